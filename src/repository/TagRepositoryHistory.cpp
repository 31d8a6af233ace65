// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/TagRepository.h"

#include "async/DatabaseExecutor.h"
#include "repository/JournaledWrite.h"
#include "vocabulary/ChangeMark.h"
#include "vocabulary/History.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/UndoOperation.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

EntryKind undoOf(const OperationEntry &entry)
{
    return {entry.kind == "undo"_L1 ? u"redo"_s : u"undo"_s, entry.id, entry.vocabulary};
}

} // namespace

Pending<Receipt> TagRepository::undo(const TagSource &source, const UndoRequest &request)
{
    TagSource journaled = source;
    journaled.journal = JournalUse::Required; // what can be undone stands in a journal
    const JournaledWrite entry(journaled, request.dryRun);
    WriteOptions options = entry.options();
    options.pauseForeignKeys = true;
    return m_executor.write<Receipt>(
        source.profile, options,
        [vocabulary = source.vocabulary, request, entry](ScopedConnection &connection,
                                                         OperationContext<Receipt> &) {
            const OperationEntry undone =
                undoableOperation(connection, vocabulary, request.operation);
            Receipt receipt;
            entry.run(connection, undoOf(undone), [&](Journal *journal) {
                receipt = undoOperation(connection, vocabulary, request, undone, journal);
                return receipt.summary;
            });
            receipt.operation = entry.id();
            return receipt;
        });
}

Pending<HistoryPage> TagRepository::history(const Profile &profile, const HistoryQuery &query)
{
    return m_executor.read<HistoryPage>(
        profile, [query](ScopedConnection &connection, OperationContext<HistoryPage> &) {
            return readHistory(connection, query);
        });
}

Pending<OperationDetails> TagRepository::operation(const TagSource &source, const QString &name,
                                                   int limit)
{
    using Answer = OperationDetails;
    return m_executor.read<Answer>(
        source.profile, [vocabulary = source.vocabulary.name, name,
                         limit](ScopedConnection &connection, OperationContext<Answer> &) {
            return readOperation(connection, findOperation(connection, name, vocabulary).id, limit);
        });
}

Pending<JournalState> TagRepository::journalState(const Profile &profile)
{
    return m_executor.read<JournalState>(
        profile, [](ScopedConnection &connection, OperationContext<JournalState> &) {
            return readJournalState(connection);
        });
}

Pending<Receipt> TagRepository::createJournal(const Profile &profile, bool dryRun)
{
    return m_executor.writeWithoutTransaction<Receipt>(
        profile, [dryRun](ScopedConnection &connection, OperationContext<Receipt> &) {
            Receipt receipt;
            receipt.kind = u"init"_s;
            receipt.dryRun = dryRun;
            receipt.tags = tagsmith::createJournal(connection, dryRun);
            return receipt;
        });
}

Pending<JournalState> TagRepository::storeRetention(const Profile &profile,
                                                    const Retention &retention)
{
    return m_executor.write<JournalState>(
        profile, WriteMode::Commit,
        [retention](ScopedConnection &connection, OperationContext<JournalState> &) {
            tagsmith::storeRetention(connection, retention);
            return readJournalState(connection);
        });
}

Pending<qint64> TagRepository::clearHistory(const Profile &profile, const QDateTime &before)
{
    return m_executor.write<qint64>(
        profile, WriteMode::Commit,
        [before](ScopedConnection &connection, OperationContext<qint64> &) {
            return tagsmith::clearHistory(connection, before);
        });
}

Pending<QString> TagRepository::changeMark(const TagSource &source)
{
    return m_executor.read<QString>(source.profile,
                                    [vocabulary = source.vocabulary](ScopedConnection &connection,
                                                                     OperationContext<QString> &) {
                                        return tagsmith::changeMark(connection, vocabulary);
                                    });
}

} // namespace tagsmith
