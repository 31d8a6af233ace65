// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/TagRepository.h"

#include "async/DatabaseExecutor.h"
#include "core/OperationSummary.h"
#include "core/UsesColumns.h"
#include "database/ScopedConnection.h"
#include "repository/JournaledWrite.h"
#include "repository/MappingStore.h"
#include "vocabulary/AddTags.h"
#include "vocabulary/CountTaggings.h"
#include "vocabulary/CountUses.h"
#include "vocabulary/CreateVocabulary.h"
#include "vocabulary/DeleteTags.h"
#include "vocabulary/ExportTags.h"
#include "vocabulary/FindVocabularies.h"
#include "vocabulary/ImportTags.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/ListTaggings.h"
#include "vocabulary/LoadTags.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/PreviewImport.h"
#include "vocabulary/RenameTag.h"
#include "vocabulary/SetTag.h"
#include "vocabulary/TryMapping.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** One write: @p operation(connection, vocabulary, request), with the receipt's id put in. */
template <class Request, class Operation>
Pending<Receipt> write(DatabaseExecutor &executor, const TagSource &source, const QString &kind,
                       const Request &request, Operation operation)
{
    const JournaledWrite entry(source, request.dryRun);
    return executor.write<Receipt>(
        source.profile, entry.options(),
        [vocabulary = source.vocabulary, kind, request, operation,
         entry](ScopedConnection &connection, OperationContext<Receipt> &) {
            Receipt receipt;
            entry.run(connection, {kind}, [&](Journal *) {
                receipt = operation(connection, vocabulary, request);
                return receipt.summary;
            });
            receipt.operation = entry.id();
            return receipt;
        });
}

} // namespace

TagRepository::TagRepository(DatabaseExecutor &executor, QObject *parent)
    : QObject(parent), m_executor(executor)
{
    connect(&m_executor, &DatabaseExecutor::drained, this, &TagRepository::drained);
    connect(&m_executor, &DatabaseExecutor::activityChanged, this, &TagRepository::activityChanged);
}

TagRepository::TagRepository(const TagRepository &other, QObject *parent)
    : TagRepository(other.m_executor, parent)
{
}

Pending<ConnectionReport> TagRepository::testConnection(const Profile &profile)
{
    using Answer = ConnectionReport;
    return m_executor.read<Answer>(profile,
                                   [](ScopedConnection &connection, OperationContext<Answer> &) {
                                       return connection.report();
                                   });
}

Pending<std::vector<Vocabulary>> TagRepository::inspect(const Profile &profile)
{
    using Answer = std::vector<Vocabulary>;
    return m_executor.read<Answer>(
        profile, [saved = MappingStore().mappings(profile)](ScopedConnection &connection,
                                                            OperationContext<Answer> &) {
            return findVocabularies(connection, saved);
        });
}

Pending<std::vector<TableOutline>> TagRepository::listTables(const Profile &profile)
{
    using Answer = std::vector<TableOutline>;
    return m_executor.read<Answer>(profile,
                                   [](ScopedConnection &connection, OperationContext<Answer> &) {
                                       return tagsmith::listTables(connection);
                                   });
}

Pending<MappingTrial> TagRepository::tryMapping(const Profile &profile,
                                                const VocabularyMapping &mapping)
{
    using Answer = MappingTrial;
    return m_executor.read<Answer>(
        profile, [mapping](ScopedConnection &connection, OperationContext<Answer> &) {
            return tagsmith::tryMapping(connection, mapping);
        });
}

Pending<TagSource> TagRepository::open(const Profile &profile, const QString &vocabulary)
{
    return m_executor.read<TagSource>(
        profile, [profile, vocabulary, saved = MappingStore().mappings(profile)](
                     ScopedConnection &connection, OperationContext<TagSource> &) {
            VocabularyChoice choice = chooseVocabulary(connection, vocabulary, saved);
            return TagSource{profile, std::move(choice.chosen), std::move(choice.names)};
        });
}

Pending<Receipt> TagRepository::createVocabulary(const Profile &profile, bool dryRun)
{
    return m_executor.writeWithoutTransaction<Receipt>(
        profile, [profile, dryRun](ScopedConnection &connection, OperationContext<Receipt> &) {
            if (profile.isEmbedded && !dryRun)
                prepareEmbeddedFile(connection);
            Receipt receipt;
            receipt.kind = u"init"_s;
            receipt.dryRun = dryRun;
            receipt.tags = tagsmith::createVocabulary(connection, dryRun) ? 1 : 0;
            if (profile.isEmbedded && !dryRun)
                tagsmith::createJournal(connection, false);
            return receipt;
        });
}

Pending<SnapshotPtr> TagRepository::load(const TagSource &source)
{
    return m_executor.read<SnapshotPtr>(
        source.profile, [vocabulary = source.vocabulary](ScopedConnection &connection,
                                                         OperationContext<SnapshotPtr> &context) {
            return loadTags(connection, vocabulary, [&context](SnapshotPtr partial) {
                context.publish(std::move(partial));
            });
        });
}

Pending<UseCounts> TagRepository::countUses(const TagSource &source)
{
    return m_executor.read<UseCounts>(
        source.profile, [vocabulary = source.vocabulary](ScopedConnection &connection,
                                                         OperationContext<UseCounts> &) {
            return tagsmith::countUses(connection, vocabulary);
        });
}

Pending<SnapshotPtr> TagRepository::addUses(const TagSource &source, const SnapshotPtr &snapshot)
{
    // In one operation, so that the numbers of a million tags are put away on the worker too.
    return m_executor.read<SnapshotPtr>(
        source.profile, [vocabulary = source.vocabulary, snapshot](
                            ScopedConnection &connection, OperationContext<SnapshotPtr> &context) {
            const UseCounts counts = tagsmith::countUses(connection, vocabulary);
            return withUses(*snapshot, usesColumns(vocabulary), counts, context.token());
        });
}

Pending<TaggingPage> TagRepository::listTaggings(const TagSource &source,
                                                 const TaggingPageRequest &request)
{
    using Answer = TaggingPage;
    return m_executor.read<Answer>(
        source.profile, [vocabulary = source.vocabulary, request](ScopedConnection &connection,
                                                                  OperationContext<Answer> &) {
            return tagsmith::listTaggings(connection, vocabulary, request);
        });
}

Pending<std::vector<ReferenceCount>> TagRepository::countTaggings(const TagSource &source,
                                                                  const QStringList &names)
{
    using Answer = std::vector<ReferenceCount>;
    return m_executor.read<Answer>(
        source.profile, [vocabulary = source.vocabulary, names](ScopedConnection &connection,
                                                                OperationContext<Answer> &) {
            return tagsmith::countTaggings(connection, vocabulary, names, TagAddress::Name);
        });
}

Pending<Receipt> TagRepository::add(const TagSource &source, const AddRequest &request)
{
    return write(m_executor, source, u"add"_s, request, addTags);
}

Pending<Receipt> TagRepository::set(const TagSource &source, const SetRequest &request)
{
    return write(m_executor, source, u"set"_s, request, setTag);
}

Pending<Receipt> TagRepository::rename(const TagSource &source, const RenameRequest &request)
{
    return write(m_executor, source, u"rename"_s, request, renameTag);
}

Pending<Receipt> TagRepository::merge(const TagSource &source, const MergeRequest &request)
{
    return write(m_executor, source, u"merge"_s, request, mergeTags);
}

Pending<Receipt> TagRepository::remove(const TagSource &source, const DeleteRequest &request)
{
    return write(m_executor, source, u"delete"_s, request, deleteTags);
}

Pending<ImportPreview> TagRepository::previewImport(const TagSource &source,
                                                    const ImportSource &file, int maxRows)
{
    return m_executor.compute<ImportPreview>(
        [vocabulary = source.vocabulary, file, maxRows](OperationContext<ImportPreview> &context) {
            return tagsmith::previewImport(
                vocabulary, file, maxRows, context.token(),
                [&context](ImportPreview head) { context.publish(std::move(head)); });
        });
}

Pending<ImportAccount> TagRepository::importTags(const TagSource &source,
                                                 const ImportRequest &request)
{
    const JournaledWrite entry(source, request.dryRun);
    WriteOptions options = entry.options();
    options.manyRows = true;
    return m_executor.write<ImportAccount>(
        source.profile, options,
        [vocabulary = source.vocabulary, request, entry](ScopedConnection &connection,
                                                         OperationContext<ImportAccount> &context) {
            ImportAccount account;
            const EntryKind kind{.kind = u"import"_s, .isLeftOutIfEmpty = true};
            const QString operation = entry.run(connection, kind, [&](Journal *) {
                account = tagsmith::importTags(
                    connection, vocabulary, request,
                    [&context](const Progress &progress) { context.report(progress); });
                return importSummary(account, filesText(QStringList(request.source.path) +
                                                        request.source.furtherPaths));
            });
            account.operation = operation;
            return account;
        });
}

Pending<qint64> TagRepository::exportTags(const ExportRequest &request)
{
    return m_executor.compute<qint64>([request](OperationContext<qint64> &context) {
        return tagsmith::exportTags(request, context.token(), [&context](const Progress &progress) {
            context.report(progress);
        });
    });
}

Pending<ArrangementChange> TagRepository::rearrange(const Arrangement &previous,
                                                    const SnapshotPtr &snapshot, int keyColumn,
                                                    const ArrangementRequest &request)
{
    return m_executor.compute<ArrangementChange>(
        [previous, snapshot, keyColumn, request](OperationContext<ArrangementChange> &context) {
            return tagsmith::rearrange(previous, snapshot, keyColumn, request, context.token());
        });
}

Pending<std::vector<NameMatch>> TagRepository::findNames(const SnapshotPtr &snapshot,
                                                         const QString &text, size_t limit)
{
    using Answer = std::vector<NameMatch>;
    return m_executor.compute<Answer>([snapshot, text, limit](OperationContext<Answer> &context) {
        return tagsmith::findNames(*snapshot, text, limit, context.token());
    });
}

int TagRepository::runningOperations() const
{
    return m_executor.runningOperations();
}

bool TagRepository::isWriting() const
{
    return m_executor.isWriting();
}

void TagRepository::beginShutdown()
{
    m_executor.beginShutdown();
}

} // namespace tagsmith
