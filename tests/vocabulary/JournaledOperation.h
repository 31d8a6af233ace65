// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/ScopedConnection.h"
#include "database/Transaction.h"
#include "support/ErrorOf.h"
#include "support/TestDatabase.h"
#include "vocabulary/FindVocabularies.h"
#include "vocabulary/Journal.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/PresetFixture.h"
#include "vocabulary/UndoOperation.h"

#include <QTest>
#include <QUuid>

#include <functional>

/** Operations that leave a receipt in the journal, and their undo, each as the executor runs it. */
namespace tagsmith::test
{

/** How a test finds the vocabulary on the connection of an operation. */
using FindVocabulary = std::function<Vocabulary(ScopedConnection &)>;

inline FindVocabulary vocabularyCalled(const QString &name)
{
    return [name](ScopedConnection &connection) { return findVocabulary(connection, name); };
}

/** Makes the journal where there is none. */
inline void needJournal(const TestDatabase &database)
{
    ScopedConnection connection(database.profile());
    if (!hasJournal(connection))
        createJournal(connection, false);
}

inline QString newOperationId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/** The sentence of @p error, and the first row in conflict. */
inline QString messageOf(const Error &error)
{
    QString text = error.message;
    if (error.conflicts && !error.conflicts->empty()) {
        const auto cells = [](const std::optional<Row> &row) {
            QStringList texts;
            for (const Cell &cell : row.value_or(Row()))
                texts << cell.value_or(QStringLiteral("NULL"));
            return row ? texts.join(u'|') : QStringLiteral("nothing");
        };
        const RowConflict &conflict = error.conflicts->front();
        text += QStringLiteral(" [%1 of %2: before %3, yours %4, theirs %5; %6]")
                    .arg(conflict.table, conflict.columns.join(u'|'), cells(conflict.before),
                         cells(conflict.yours), cells(conflict.theirs), conflict.reason);
    }
    return text;
}

/** What operation(connection, vocabulary) answers; its entry in the journal has the id @p id. */
template <class Operation>
auto journaled(const TestDatabase &database, const FindVocabulary &find, const QString &kind,
               const QString &id, const Operation &operation)
{
    ScopedConnection connection(database.profile());
    const Vocabulary vocabulary = find(connection);
    Transaction transaction(connection, Transaction::Mode::Write);
    Journal journal(connection, {id, kind, vocabulary.name, QStringLiteral("tester")});
    auto answer = operation(connection, vocabulary);
    journal.finish(kind);
    transaction.commit();
    return answer;
}

/** Takes the operation @p undone back; the entry of that has the id @p id. */
inline Receipt undo(const TestDatabase &database, const FindVocabulary &find,
                    const UndoRequest &request, const QString &id)
{
    ScopedConnection connection(database.profile());
    const Vocabulary vocabulary = find(connection);
    connection.pauseForeignKeys();
    Transaction transaction(connection, Transaction::Mode::Write);
    if (request.dryRun)
        return undoOperation(connection, vocabulary, request, nullptr);
    Journal journal(connection, {id, QStringLiteral("undo"), vocabulary.name,
                                 QStringLiteral("tester"), request.operation});
    Receipt receipt = undoOperation(connection, vocabulary, request, &journal);
    journal.finish(receipt.summary);
    transaction.commit();
    return receipt;
}

/** Takes @p operation back; answers with the id of that. */
inline QString undo(const TestDatabase &database, const FindVocabulary &find,
                    const QString &operation)
{
    UndoRequest request;
    request.operation = operation;
    const QString id = newOperationId();
    undo(database, find, request, id);
    return id;
}

/**
 * Runs @p operation(connection, vocabulary) with a receipt, takes it back, and does it again: each
 * time every table must be, byte for byte, what it was before and after. Answers what it answered.
 */
template <class Operation>
auto doneUndoneRedone(const TestDatabase &database, const FindVocabulary &find, const QString &kind,
                      const Operation &operation)
{
    needJournal(database);
    const QStringList before = contentsOf(database);
    const QString done = newOperationId();
    auto answer = journaled(database, find, kind, done, operation);
    const QStringList after = contentsOf(database);
    QString undone;
    [&] {
        const auto error = errorOf([&] { undone = undo(database, find, done); });
        QVERIFY2(!error, error ? qPrintable(QStringLiteral("undo: ") + messageOf(*error)) : "");
        QCOMPARE(contentsOf(database), before);
    }();
    if (QTest::currentTestFailed())
        return answer;
    [&] {
        const auto error = errorOf([&] { undo(database, find, undone); });
        QVERIFY2(!error, error ? qPrintable(QStringLiteral("redo: ") + messageOf(*error)) : "");
        QCOMPARE(contentsOf(database), after);
    }();
    return answer;
}

} // namespace tagsmith::test
