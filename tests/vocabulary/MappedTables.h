// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"
#include "support/ErrorOf.h"
#include "vocabulary/ResolveVocabulary.h"
#include "vocabulary/TagTables.h"

/** Vocabularies with a key beside the name, mapped by hand, and the tables that they map. */
namespace tagsmith::test
{

/** A number that counts itself up: `id INTEGER …`, as the engine spells it. */
inline QString serial(const QString &name)
{
    return name + (TestDatabase::isMariaDb()
                       ? QStringLiteral(" INTEGER NOT NULL PRIMARY KEY AUTO_INCREMENT")
                       : QStringLiteral(" INTEGER PRIMARY KEY"));
}

inline void insertRows(const TestDatabase &database, const QString &table, const QStringList &rows)
{
    for (const QString &row : rows)
        database.execute(QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, row));
}

/** Every row of every table that test_db has, "table: a|b|NULL". */
inline QStringList allRows(const TestDatabase &database)
{
    const QStringList tables = database.column(
        TestDatabase::isMariaDb()
            ? QStringLiteral("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA "
                             "= DATABASE() ORDER BY 1")
            : QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1"));
    QStringList all;
    for (const QString &table : tables) {
        const QStringList rows = rowTexts(database, QStringLiteral("SELECT * FROM %1").arg(table));
        for (const QString &row : rows)
            all << table + QStringLiteral(": ") + row;
    }
    return all;
}

/** Runs @p operation(connection, vocabulary) with @p mapping, as the executor does. */
template <class Operation>
auto writeMapped(const TestDatabase &database, const VocabularyMapping &mapping, Then then,
                 const Operation &operation)
{
    ScopedConnection connection(database.profile());
    const Vocabulary vocabulary =
        resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse);
    Transaction transaction(connection, Transaction::Mode::Write);
    auto answer = operation(connection, vocabulary);
    if (then == Then::Commit)
        transaction.commit();
    return answer;
}

/**
 * `labels` with a number as key; `label_items` link them to items, with a column that may be NULL;
 * `rules` name them. Names do not mind letter case.
 */
inline VocabularyMapping createLabels(const TestDatabase &database)
{
    createTable(database, QStringLiteral("labels (%1, %2 NOT NULL UNIQUE, %3 NOT NULL UNIQUE, "
                                         "color VARCHAR(20))")
                              .arg(serial(QStringLiteral("id")),
                                   textColumn(QStringLiteral("name"), caseBlind()),
                                   QStringLiteral("slug VARCHAR(20)")));
    createTable(database, QStringLiteral("label_items (%1, label_id INTEGER, item INTEGER NOT "
                                         "NULL, UNIQUE (label_id, item))")
                              .arg(serial(QStringLiteral("id"))));
    createTable(database, QStringLiteral("rules (%1, label VARCHAR(20), note VARCHAR(20))")
                              .arg(serial(QStringLiteral("id"))));
    insertRows(database, QStringLiteral("labels"),
               {QStringLiteral("1, 'Go', 'go', NULL"),
                QStringLiteral("2, 'Python', 'python', 'blue'"),
                QStringLiteral("10, 'Perl', 'perl', NULL")});
    insertRows(database, QStringLiteral("label_items"),
               {QStringLiteral("1, 1, 100"), QStringLiteral("2, 2, 100"),
                QStringLiteral("3, 2, 101"), QStringLiteral("4, NULL, 102")});
    insertRows(database, QStringLiteral("rules"),
               {QStringLiteral("1, 'Python', 'a'"), QStringLiteral("2, 'Go', 'b'"),
                QStringLiteral("3, 'Python', NULL")});

    VocabularyMapping mapping;
    mapping.name = mapping.table = QStringLiteral("labels");
    mapping.keyName = QStringLiteral("id");
    mapping.nameName = QStringLiteral("name");
    mapping.slugColumn = QStringLiteral("slug");
    Reference items;
    items.table = QStringLiteral("label_items");
    items.column = QStringLiteral("label_id");
    Reference rules;
    rules.table = QStringLiteral("rules");
    rules.column = QStringLiteral("label");
    rules.target = QStringLiteral("name");
    mapping.references = {items, rules};
    return mapping;
}

/**
 * `kinds`, of which those with the kind 'tag' are tags, with their names in `terms`, which they
 * share with other kinds; `links` use them, `notes` belong to terms, and a kind has a parent.
 */
inline VocabularyMapping createTerms(const TestDatabase &database)
{
    createTable(database, QStringLiteral("terms (%1, %2 NOT NULL, slug VARCHAR(20) NOT NULL)")
                              .arg(serial(QStringLiteral("term_id")),
                                   textColumn(QStringLiteral("name"), caseBlind())));
    createTable(database, QStringLiteral("kinds (%1, term_id INTEGER NOT NULL, kind VARCHAR(20) "
                                         "NOT NULL, about VARCHAR(40), parent INTEGER NOT NULL "
                                         "DEFAULT 0, uses INTEGER NOT NULL DEFAULT 0, UNIQUE "
                                         "(term_id, kind))")
                              .arg(serial(QStringLiteral("kind_id"))));
    createTable(database, QStringLiteral("links (object INTEGER NOT NULL, kind_id INTEGER NOT "
                                         "NULL, PRIMARY KEY (object, kind_id))"));
    createTable(database, QStringLiteral("notes (%1, term_id INTEGER NOT NULL, note VARCHAR(20))")
                              .arg(serial(QStringLiteral("id"))));
    insertRows(database, QStringLiteral("terms"),
               {QStringLiteral("1, 'News', 'news'"), QStringLiteral("2, 'Sport', 'sport'"),
                QStringLiteral("3, 'Tennis', 'tennis'"), QStringLiteral("4, 'News', 'news-2'"),
                QStringLiteral("5, 'Golf', 'golf'")});
    // News is a tag and a category in one term; the category 'Golf' has its own.
    insertRows(
        database, QStringLiteral("kinds"),
        {QStringLiteral("11, 1, 'tag', NULL, 0, 2"), QStringLiteral("12, 1, 'category', 'c', 0, 1"),
         QStringLiteral("13, 2, 'tag', NULL, 0, 0"), QStringLiteral("14, 3, 'tag', NULL, 2, 1"),
         QStringLiteral("15, 5, 'category', NULL, 2, 0")});
    insertRows(database, QStringLiteral("links"),
               {QStringLiteral("1, 11"), QStringLiteral("2, 11"), QStringLiteral("1, 12"),
                QStringLiteral("2, 14")});
    insertRows(database, QStringLiteral("notes"),
               {QStringLiteral("1, 1, 'shared'"), QStringLiteral("2, 3, 'own'")});

    VocabularyMapping mapping;
    mapping.name = QStringLiteral("tag");
    mapping.table = QStringLiteral("kinds");
    mapping.keyName = QStringLiteral("kind_id");
    mapping.nameName = QStringLiteral("name");
    mapping.nameTable =
        NameTable{QStringLiteral("terms"), QStringLiteral("term_id"), QStringLiteral("term_id")};
    mapping.scope = {{QStringLiteral("kind"), QStringLiteral("tag")}};
    mapping.slugColumn = QStringLiteral("slug");
    mapping.hierarchy =
        Hierarchy{QStringLiteral("parent"), QStringLiteral("term_id"), QStringLiteral("0")};
    Reference links;
    links.table = QStringLiteral("links");
    links.column = QStringLiteral("kind_id");
    Reference notes;
    notes.table = QStringLiteral("notes");
    notes.column = notes.target = QStringLiteral("term_id");
    notes.role = ReferenceRole::Property;
    mapping.references = {links, notes};
    mapping.counters = {{QStringLiteral("uses"), links.table, links.column}};
    return mapping;
}

} // namespace tagsmith::test
