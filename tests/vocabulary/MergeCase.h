// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/Transaction.h"
#include "support/DatabaseTestCase.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/ResolveVocabulary.h"
#include "vocabulary/TagTables.h"

#include <functional>

/** What the tests of merges share: tables with short rows, a mapping, and one merge on them. */
namespace tagsmith::test
{

/** Inserts rows written as "1,2,NULL,x": numbers and NULL as they are, the rest as text. */
inline void insertRows(const TestDatabase &database, const QString &table, const QStringList &rows)
{
    for (const QString &row : rows) {
        QStringList values;
        const QStringList cells = row.split(u',');
        for (const QString &cell : cells) {
            bool isNumber = false;
            cell.toLongLong(&isNumber);
            values << (isNumber || cell == QStringLiteral("NULL") ? cell : u'\'' + cell + u'\'');
        }
        database.execute(
            QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, values.join(u',')));
    }
}

/** `tags(id, name…)`, where @p more, which begins with a comma, are further columns. */
inline void createNumberedTags(const TestDatabase &database, const QString &more = {})
{
    createTable(database, QStringLiteral("tags (id INTEGER NOT NULL PRIMARY KEY, "
                                         "name VARCHAR(100) NOT NULL%1)")
                              .arg(more));
}

/** `tags(id, name)` as a mapping without references. */
inline VocabularyMapping numberedTags()
{
    VocabularyMapping mapping;
    mapping.name = QStringLiteral("tags");
    mapping.preset = QStringLiteral("table");
    mapping.table = QStringLiteral("tags");
    mapping.keyName = QStringLiteral("id");
    mapping.nameName = QStringLiteral("name");
    return mapping;
}

/** A reference to the key of a tag, with one object key for each list of columns. */
inline Reference reference(const QString &table, const QString &column,
                           const std::vector<ObjectKey> &objects = {})
{
    Reference made;
    made.table = table;
    made.column = column;
    made.objects = objects;
    return made;
}

/** Changes the resolved vocabulary before the merge, for what a mapping cannot say. */
using Adjust = std::function<void(Vocabulary &)>;

/** Merges in one transaction, which is rolled back after a dry run, as the executor does. */
inline Receipt merge(const TestDatabase &database, const VocabularyMapping &mapping,
                     const MergeRequest &request, const Adjust &adjust = {})
{
    ScopedConnection connection(database.profile());
    Vocabulary vocabulary = resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse);
    if (adjust)
        adjust(vocabulary);
    Transaction transaction(connection, Transaction::Mode::Write);
    Receipt receipt = mergeTags(connection, vocabulary, request);
    if (!request.dryRun)
        transaction.commit();
    return receipt;
}

/** Every row of every table, each as "table: a|b|NULL", in binary order. */
inline QStringList everyRow(const TestDatabase &database)
{
    QStringList all;
    const QStringList tables = database.column(
        TestDatabase::isMariaDb()
            ? QStringLiteral("SELECT TABLE_NAME FROM information_schema.TABLES WHERE "
                             "TABLE_SCHEMA = DATABASE() ORDER BY 1")
            : QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1"));
    for (const QString &table : tables) {
        const QStringList rows = rowTexts(database, QStringLiteral("SELECT * FROM ") + table);
        for (const QString &row : rows)
            all << table + QStringLiteral(": ") + row;
    }
    return all;
}

} // namespace tagsmith::test
