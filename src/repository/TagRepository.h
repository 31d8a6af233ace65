// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"
#include "core/ConnectionReport.h"
#include "core/ExportRequest.h"
#include "core/FindNames.h"
#include "core/ImportAccount.h"
#include "core/MappingTrial.h"
#include "core/OperationEntry.h"
#include "core/Pending.h"
#include "core/Profile.h"
#include "core/Receipt.h"
#include "core/TagChange.h"
#include "core/TaggingPage.h"
#include "core/UndoRequest.h"
#include "core/UseCounts.h"
#include "core/Vocabulary.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class DatabaseExecutor;

/** Whether writes are taken into the journal, so that they can be undone. */
enum class JournalUse {
    Required, ///< a write is refused (NoJournal) where the database has no journal
    Off,      ///< the user agreed to writes that cannot be undone
};

/** One vocabulary in one database: all that an operation needs to know. */
struct TagSource
{
    Profile profile;
    Vocabulary vocabulary;
    QStringList vocabularies = {}; ///< the names of all vocabularies in the database
    JournalUse journal = JournalUse::Required;
};

/**
 * What the user means, as one call that returns at once; the answer comes through the Pending
 * (receive it with whenDone()). Each call is one operation on a connection of its own. Belongs to
 * the GUI thread; writes run one after another, in the order in which they were asked for.
 */
class TagRepository : public QObject
{
    Q_OBJECT

public:
    explicit TagRepository(DatabaseExecutor &executor, QObject *parent = nullptr);

    /** Opens a connection and tells what was negotiated. */
    Pending<ConnectionReport> testConnection(const Profile &profile);
    /** The vocabularies found in a database, the user's own included; an empty list is no error. */
    Pending<std::vector<Vocabulary>> inspect(const Profile &profile);
    /** The tables of a database, for a mapping to name. */
    Pending<std::vector<TableOutline>> listTables(const Profile &profile);
    /** What @p mapping finds in a database; an error tells where it does not fit. */
    Pending<MappingTrial> tryMapping(const Profile &profile, const VocabularyMapping &mapping);
    /**
     * Inspects and picks the vocabulary called @p vocabulary, or the first one where it is empty.
     * Error NoVocabulary where there is none, or none of that name.
     */
    Pending<TagSource> open(const Profile &profile, const QString &vocabulary = {});
    /** Makes the default table `tags`; where it exists already nothing happens, and the receipt's
     * count is 0. */
    Pending<Receipt> createVocabulary(const Profile &profile, bool dryRun = false);

    /**
     * Loads every tag, in the order of the key, in one consistent read. The first results, if any,
     * are partial: the first rows, to be shown at once. The last is whole.
     */
    Pending<SnapshotPtr> load(const TagSource &source);
    /** The uses of every tag, by key, per reference; one pass over each reference. */
    Pending<UseCounts> countUses(const TagSource &source);
    /** @p snapshot with the columns of usesColumns(), counted now. */
    Pending<SnapshotPtr> addUses(const TagSource &source, const SnapshotPtr &snapshot);
    /** The rows that use one tag, a page of them. */
    Pending<TaggingPage> listTaggings(const TagSource &source, const TaggingPageRequest &request);
    /** How many taggings use the tags @p names, per reference (in `removed`). */
    Pending<std::vector<ReferenceCount>> countTaggings(const TagSource &source,
                                                       const QStringList &names);

    virtual Pending<Receipt> add(const TagSource &source, const AddRequest &request);
    virtual Pending<Receipt> set(const TagSource &source, const SetRequest &request);
    virtual Pending<Receipt> rename(const TagSource &source, const RenameRequest &request);
    virtual Pending<Receipt> merge(const TagSource &source, const MergeRequest &request);
    virtual Pending<Receipt> remove(const TagSource &source, const DeleteRequest &request);

    /**
     * The first @p maxRows records of a file and the default mapping onto @p source's columns. Of a
     * large file there is a partial result, whose encoding is not whole: its beginning has been
     * read.
     */
    Pending<ImportPreview> previewImport(const TagSource &source, const ImportSource &file,
                                         int maxRows);
    virtual Pending<ImportAccount> importTags(const TagSource &source,
                                              const ImportRequest &request);
    /** Answers with the number of rows written. The file appears whole or not at all. */
    Pending<qint64> exportTags(const ExportRequest &request);

    /** rearrange() away from the GUI thread; see core/Arrangement.h. */
    Pending<ArrangementChange> rearrange(const Arrangement &previous, const SnapshotPtr &snapshot,
                                         int keyColumn, const ArrangementRequest &request);

    /** findNames() away from the GUI thread; see core/FindNames.h. */
    Pending<std::vector<NameMatch>> findNames(const SnapshotPtr &snapshot, const QString &text,
                                              size_t limit);

    /** Takes one operation back; see UndoRequest. */
    virtual Pending<Receipt> undo(const TagSource &source, const UndoRequest &request);
    /** The operations of a database, the newest first. */
    Pending<HistoryPage> history(const Profile &profile, const HistoryQuery &query);
    /** One operation (see findOperation()) with its first @p limit rows. */
    Pending<OperationDetails> operation(const TagSource &source, const QString &name, int limit);
    Pending<JournalState> journalState(const Profile &profile);
    /** Makes the journal's tables; the receipt's count is how many migrations ran. */
    Pending<Receipt> createJournal(const Profile &profile, bool dryRun = false);
    Pending<JournalState> storeRetention(const Profile &profile, const Retention &retention);
    /** Forgets the operations before @p before (UTC); answers how many. */
    Pending<qint64> clearHistory(const Profile &profile, const QDateTime &before);
    /** A text that is another one when rows of the vocabulary may have changed since. */
    Pending<QString> changeMark(const TagSource &source);

    /** How many operations have not ended yet; each holds at most one connection. */
    int runningOperations() const;
    /** Whether a write is waiting or running. */
    bool isWriting() const;

    /**
     * Refuses new work and cancels what runs; drained() follows once the last connection is closed
     * (at once, but never before this call returns, where nothing runs).
     */
    void beginShutdown();

signals:
    void drained();
    /** runningOperations() or isWriting() has changed. */
    void activityChanged();

protected:
    /** Works with the executor of @p other, for a class that adds something to the writes. */
    TagRepository(const TagRepository &other, QObject *parent);

private:
    DatabaseExecutor &m_executor;
};

} // namespace tagsmith
