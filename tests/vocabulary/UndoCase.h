// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"
#include "database/Statement.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/History.h"
#include "vocabulary/Journal.h"
#include "vocabulary/JournalTables.h"
#include "vocabulary/MappedTables.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/UndoOperation.h"

#include <QUuid>

/** What the tests of undo share: operations with a journal entry, their undo, and dumps. */
namespace tagsmith::test
{

inline void makeJournal(const TestDatabase &database)
{
    ScopedConnection connection(database.profile());
    createJournal(connection, false);
}

inline OperationHead head(const QString &kind, const QString &undoes = {})
{
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), kind, QStringLiteral("tags"),
            QStringLiteral("anna@desk"), undoes};
}

/** Runs @p operation(connection, vocabulary) with an entry in the journal; answers with its id. */
template <class Operation>
QString journaled(const TestDatabase &database, const VocabularyMapping &mapping,
                  const Operation &operation, const QString &summary = QStringLiteral("Did it"))
{
    return writeMapped(database, mapping, Then::Commit,
                       [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                           const OperationHead entry = head(QStringLiteral("test"));
                           Journal journal(connection, entry);
                           operation(connection, vocabulary);
                           journal.finish(summary);
                           return entry.id;
                       });
}

/** Takes an operation back as the repository does. */
inline Receipt undo(const TestDatabase &database, const VocabularyMapping &mapping,
                    const UndoRequest &request)
{
    ScopedConnection connection(database.profile());
    const Vocabulary vocabulary =
        resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse);
    connection.pauseForeignKeys();
    Transaction transaction(connection, Transaction::Mode::Write);
    if (request.dryRun)
        return undoOperation(connection, vocabulary, request, nullptr);
    const OperationEntry undone = undoableOperation(connection, vocabulary, request.operation);
    const bool isRedo = undone.kind == QStringLiteral("undo");
    const OperationHead entry =
        head(isRedo ? QStringLiteral("redo") : QStringLiteral("undo"), undone.id);
    Journal journal(connection, entry);
    Receipt receipt = undoOperation(connection, vocabulary, request, undone, &journal);
    journal.finish(receipt.summary);
    receipt.operation = entry.id;
    transaction.commit();
    return receipt;
}

inline Receipt undo(const TestDatabase &database, const VocabularyMapping &mapping,
                    const QString &operation)
{
    return undo(database, mapping, UndoRequest{operation});
}

/** Every row of every table but Tagsmith's own, each value byte for byte with its type. */
inline QStringList dump(const TestDatabase &database)
{
    QStringList all;
    const QList<QStringList> columns = database.rows(
        TestDatabase::isMariaDb()
            ? QStringLiteral("SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE "
                             "TABLE_SCHEMA = DATABASE() ORDER BY 1, ORDINAL_POSITION")
            : QStringLiteral("SELECT s.name, c.name FROM sqlite_schema AS s JOIN "
                             "pragma_table_xinfo(s.name) AS c WHERE s.type = 'table' AND s.name "
                             "NOT LIKE 'sqlite%' ORDER BY 1, c.cid"));
    QMap<QString, QStringList> values;
    for (const QStringList &column : columns) {
        const QString value = TestDatabase::isMariaDb()
                                  ? QStringLiteral("COALESCE(HEX(CAST(`%1` AS BINARY)), 'NULL')")
                                  : QStringLiteral("quote(\"%1\")");
        if (!isOwnTable(column.at(0)))
            values[column.at(0)] << value.arg(column.at(1));
    }
    for (auto table = values.cbegin(); table != values.cend(); ++table) {
        const QStringList rows = rowTexts(
            database, QStringLiteral("SELECT %1 FROM %2").arg(table->join(u','), table.key()));
        for (const QString &row : rows)
            all << table.key() + QStringLiteral(": ") + row;
    }
    return all;
}

/** Announced statements: what the operations of the vocabulary are made of. @p where picks rows. */
inline void removeRows(ScopedConnection &connection, const QString &table, const QString &where)
{
    recordDelete(connection, {table, {}, {}, where});
    Statement(connection, QStringLiteral("DELETE FROM %1 WHERE %2").arg(table, where)).execute();
}

inline void insertRow(ScopedConnection &connection, const QString &table, const QString &values,
                      const QString &where)
{
    Statement(connection, QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, values))
        .execute();
    recordInsert(connection, {table, {}, {}, where});
}

/** @p newValues: of the key's columns. */
inline void changeRows(ScopedConnection &connection, const QString &table,
                       const QStringList &columns, const QString &assignments, const QString &where,
                       const std::vector<ColumnValue> &newValues = {})
{
    RecordedUpdate update(connection, {table, {}, {}, where}, columns, newValues);
    Statement(connection,
              QStringLiteral("UPDATE %1 SET %2 WHERE %3").arg(table, assignments, where))
        .execute();
    update.done();
}

/** `tags(id, name UNIQUE, uses)` with taggings `links(item, tag)`, mapped without foreign keys. */
inline VocabularyMapping createUndoWorld(const TestDatabase &database)
{
    createTable(database, QStringLiteral("tags (%1, name VARCHAR(100) NOT NULL UNIQUE, "
                                         "note VARCHAR(100), uses INTEGER)")
                              .arg(serial(QStringLiteral("id"))));
    createTable(database, QStringLiteral("links (item INTEGER NOT NULL, tag INTEGER NOT NULL, "
                                         "PRIMARY KEY (item, tag))"));
    insertRows(database, QStringLiteral("tags"),
               {QStringLiteral("1, 'Go', 'a', 2"), QStringLiteral("2, 'Perl', NULL, 2"),
                QStringLiteral("3, 'Rust', '', 0")});
    insertRows(database, QStringLiteral("links"),
               {QStringLiteral("1, 1"), QStringLiteral("2, 1"), QStringLiteral("2, 2"),
                QStringLiteral("3, 2")});
    VocabularyMapping mapping;
    mapping.name = mapping.table = QStringLiteral("tags");
    mapping.keyName = QStringLiteral("id");
    mapping.nameName = QStringLiteral("name");
    Reference links;
    links.table = QStringLiteral("links");
    links.column = QStringLiteral("tag");
    links.objects = {{{QStringLiteral("item")}}};
    mapping.references = {links};
    mapping.counters = {{QStringLiteral("uses"), links.table, links.column}};
    return mapping;
}

} // namespace tagsmith::test
