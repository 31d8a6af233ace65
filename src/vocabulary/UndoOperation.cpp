// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/UndoOperation.h"

#include "core/Error.h"
#include "database/RowImage.h"
#include "database/ScopedConnection.h"
#include "vocabulary/ApplyEntry.h"
#include "vocabulary/History.h"
#include "vocabulary/Journal.h"
#include "vocabulary/RowVersions.h"
#include "vocabulary/TakeTurn.h"
#include "vocabulary/UndoEntry.h"

#include <QSet>
#include <QUuid>

#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The undo writes its own entry: the journal must not take what it puts back once more. */
class SinkPause
{
public:
    explicit SinkPause(ScopedConnection &connection)
        : m_connection(connection), m_sink(connection.changeSink())
    {
        m_connection.setChangeSink(nullptr);
    }
    ~SinkPause() { m_connection.setChangeSink(m_sink); }
    Q_DISABLE_COPY_MOVE(SinkPause)

private:
    ScopedConnection &m_connection;
    ChangeSink *m_sink;
};

/**
 * The server stores every value that it can have stored before, 0 and odd dates too, for as long as
 * the connection is there, which is that of this operation alone.
 */
void takeValuesAsTheyWere(ScopedConnection &connection)
{
    if (connection.isSqlite())
        return;
    connection.executeDirectly(u"SET SESSION sql_mode = CONCAT(@@sql_mode, "
                               "',NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES')"_s);
}

bool isUndo(const OperationEntry &entry)
{
    return entry.kind == "undo"_L1 || entry.kind == "redo"_L1;
}

/** "by anna on 2026-01-31 12:00", as far as the journal still knows. */
QString whoAndWhen(ScopedConnection &connection, const OperationEntry &entry)
{
    try {
        const OperationEntry undo = findOperation(connection, entry.undoneBy, entry.vocabulary);
        return u" by %1 on %2"_s.arg(undo.author, undo.at.toString(u"yyyy-MM-dd HH:mm"_s));
    } catch (const DatabaseError &failure) {
        if (failure.error().kind != ErrorKind::Missing)
            throw;
        return {};
    }
}

/** What was done at first, however often it was undone and redone since. */
OperationEntry originalOf(ScopedConnection &connection, const OperationEntry &entry)
{
    OperationEntry original = entry;
    try {
        while (isUndo(original) && !original.undoes.isEmpty())
            original = findOperation(connection, original.undoes, original.vocabulary);
    } catch (const DatabaseError &failure) {
        if (failure.error().kind != ErrorKind::Missing)
            throw;
        original.summary = original.summary.section(u": "_s, 1); // behind “Undid: ”
    }
    return original;
}

constexpr qint64 fewRows = 10'000;

/** How many tags @p parts are about; one that several steps change counts once, up to fewRows. */
qint64 countTags(ScopedConnection &connection, const UndoEntry &entry,
                 const std::vector<EntryPart> &parts)
{
    qint64 rows = 0;
    bool isMixed = false; // otherwise each row is in one part only
    for (const EntryPart &part : parts) {
        rows += part.rows;
        const EntryPart &first = parts.front();
        const bool isAlike = part.hasBefore == first.hasBefore && part.hasAfter == first.hasAfter;
        const bool isUpdate = part.hasBefore && part.hasAfter;
        isMixed = isMixed || (part.step != first.step && (isUpdate || !isAlike));
    }
    if (!isMixed || rows > fewRows)
        return rows;
    const std::vector<TableSchema> schema = readSchema(connection);
    QSet<QString> ids;
    for (const EntryPart &part : parts) {
        const RowImage image = RowImage::fromLayout(connection, schema, part.table, part.layout);
        const QStringList all =
            entry.rows(part, part.hasBefore ? ImageKind::Before : ImageKind::After);
        for (const QString &row : all)
            ids.insert(rowId(image, row));
    }
    return ids.size();
}

void countRows(Receipt &receipt, ScopedConnection &connection, const UndoEntry &entry,
               const Vocabulary &vocabulary)
{
    std::vector<EntryPart> ofTags;
    for (const EntryPart &part : entry.parts()) {
        receipt.rows += part.rows;
        if (part.table.compare(vocabulary.table, Qt::CaseInsensitive) == 0)
            ofTags.push_back(part);
    }
    receipt.tags = countTags(connection, entry, ofTags);
}

/** An undo that leaves every row alone would only mark the operation as undone. */
void requireSomePutBack(const Receipt &receipt, const SkippedRows &skipped, const QString &summary)
{
    if (receipt.rows > 0 || skipped.rows.empty())
        return;
    throw DatabaseError(
        ErrorKind::Refused,
        u"Every row of “%1” has changed since, so that nothing is left to undo when "
        "these are skipped; choose what they shall be instead."_s.arg(summary));
}

void warnOfSkipped(Receipt &receipt, const SkippedRows &skipped)
{
    receipt.skipped = skipped.rows;
    const auto told = static_cast<qint64>(skipped.rows.size());
    if (skipped.count > told) {
        receipt.warnings << u"%1 more rows that have changed since were left as they are."_s.arg(
            skipped.count - told);
    }
}

} // namespace

OperationEntry undoableOperation(ScopedConnection &connection, const Vocabulary &vocabulary,
                                 const QString &name)
{
    takeTurn(connection);
    // Nobody else undoes it at the same time, and whoever did before has committed.
    OperationEntry entry = lockOperation(connection, name, vocabulary.name);
    if (!entry.undoneBy.isEmpty()) {
        throw DatabaseError(ErrorKind::Refused,
                            u"“%1” was undone already%2; undo that undo to have it back."_s.arg(
                                entry.summary, whoAndWhen(connection, entry)));
    }
    return entry;
}

Receipt undoOperation(ScopedConnection &connection, const Vocabulary &vocabulary,
                      const UndoRequest &request, Journal *journal)
{
    const OperationEntry undone = undoableOperation(connection, vocabulary, request.operation);
    return undoOperation(connection, vocabulary, request, undone, journal);
}

Receipt undoOperation(ScopedConnection &connection, const Vocabulary &vocabulary,
                      const UndoRequest &request, const OperationEntry &undone, Journal *journal)
{
    Receipt receipt;
    receipt.kind = undone.kind == "undo"_L1 ? u"redo"_s : u"undo"_s;
    receipt.undoes = undone.id;
    receipt.dryRun = request.dryRun;
    const QString original = originalOf(connection, undone).summary;
    receipt.summary = (receipt.kind == "redo"_L1 ? u"Redid: "_s : u"Undid: "_s) + original;

    std::optional<Journal> ownJournal; // of a dry run, which is rolled back with all the rest
    if (!journal) {
        ownJournal.emplace(connection,
                           OperationHead{QUuid::createUuid().toString(QUuid::WithoutBraces),
                                         receipt.kind,
                                         vocabulary.name,
                                         {},
                                         undone.id});
        journal = &*ownJournal;
    }
    const SinkPause sinkPause(connection);
    takeValuesAsTheyWere(connection);
    UndoEntry entry(connection, journal->number());
    if (!entry.takeReversed(undone.number) && undone.rows > 0) {
        throw DatabaseError(ErrorKind::Refused,
                            u"The journal does not keep the rows of “%1” any more, so that it "
                            "cannot be undone."_s.arg(undone.summary));
    }
    const SkippedRows skipped = applyEntry(connection, vocabulary, request, undone.summary, entry);
    warnOfSkipped(receipt, skipped);
    countRows(receipt, connection, entry, vocabulary);
    requireSomePutBack(receipt, skipped, undone.summary);
    return receipt;
}

} // namespace tagsmith
