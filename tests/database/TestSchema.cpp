// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

namespace
{

QStringList tableNames(const std::vector<TableSchema> &schema)
{
    QStringList names;
    for (const TableSchema &table : schema)
        names << table.name;
    names.sort();
    return names;
}

/** "a,b; c": the columns of each unique key, whatever the order of the keys. */
QString uniqueKeys(const TableSchema &table)
{
    QStringList keys;
    for (const UniqueKey &key : table.uniqueKeys)
        keys << key.columns.join(u',');
    keys.sort();
    return keys.join(u"; "_s);
}

} // namespace

/** What a user's tables declare is read as it was written, on both engines. */
class TestSchema : public DatabaseTestCase
{
    Q_OBJECT

private:
    std::vector<TableSchema> read()
    {
        ScopedConnection connection(database().profile());
        return readSchema(connection);
    }

    void createPosts()
    {
        database().execute(u"CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY, "
                           "name VARCHAR(40) NOT NULL UNIQUE)"_s);
        database().execute(
            u"CREATE TABLE posts_tags (post_id INTEGER NOT NULL, "
            "tag_id INTEGER NOT NULL, note VARCHAR(20), PRIMARY KEY (post_id, tag_id), "
            "UNIQUE (tag_id, note), "
            "FOREIGN KEY (tag_id) REFERENCES tags (id) ON DELETE CASCADE)"_s);
    }

private slots:
    void readsEveryUniqueKey()
    {
        createPosts();
        const auto schema = read();
        QCOMPARE(tableNames(schema), (QStringList{u"posts_tags"_s, u"tags"_s}));
        const TableSchema *tags = findTable(schema, u"TAGS"_s);
        QVERIFY(tags);
        QCOMPARE(tags->primaryKey, QStringList{u"id"_s});
        QCOMPARE(uniqueKeys(*tags), u"id; name"_s);
        const TableSchema *posts = findTable(schema, u"posts_tags"_s);
        QCOMPARE(posts->primaryKey, (QStringList{u"post_id"_s, u"tag_id"_s}));
        QCOMPARE(uniqueKeys(*posts), u"post_id,tag_id; tag_id,note"_s);
    }

    void leavesOutUniqueKeysOfPartsAndSomeRows()
    {
        if (isMariaDb()) {
            database().execute(u"CREATE TABLE t (id INT PRIMARY KEY, name LONGTEXT, "
                               "UNIQUE (name(100)))"_s);
        } else {
            database().execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)"_s);
            database().execute(u"CREATE UNIQUE INDEX some ON t (name) WHERE id > 5"_s);
            database().execute(u"CREATE UNIQUE INDEX folded ON t (lower(name))"_s);
        }
        QCOMPARE(uniqueKeys(read().front()), u"id"_s);
    }

    void readsForeignKeysWithTheirRules()
    {
        createPosts();
        const auto schema = read();
        const TableSchema *posts = findTable(schema, u"posts_tags"_s);
        QCOMPARE(posts->foreignKeys.size(), 1U);
        const ForeignKey &key = posts->foreignKeys.front();
        QCOMPARE(key.columns, QStringList{u"tag_id"_s});
        QCOMPARE(key.table, u"tags"_s);
        QCOMPARE(key.targetColumns, QStringList{u"id"_s});
        QCOMPARE(key.onDelete, ReferenceRule::Cascade);
        QCOMPARE(key.onUpdate, ReferenceRule::Restrict);
    }

    void readsForeignKeysOfSeveralColumns()
    {
        database().execute(u"CREATE TABLE a (x INTEGER NOT NULL, y INTEGER NOT NULL, "
                           "PRIMARY KEY (x, y))"_s);
        database().execute(u"CREATE TABLE b (id INTEGER PRIMARY KEY, p INTEGER, q INTEGER, "
                           "FOREIGN KEY (p, q) REFERENCES a (x, y))"_s);
        const auto schema = read();
        const TableSchema *b = findTable(schema, u"b"_s);
        QCOMPARE(b->foreignKeys.size(), 1U);
        QCOMPARE(b->foreignKeys.front().columns, (QStringList{u"p"_s, u"q"_s}));
        QCOMPARE(b->foreignKeys.front().targetColumns, (QStringList{u"x"_s, u"y"_s}));
    }

    void tellsTheCollationOfEveryTextColumn()
    {
        const QString blind = isMariaDb() ? u"utf8mb4_general_ci"_s : u"NOCASE"_s;
        database().execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, "
                           "name VARCHAR(40) COLLATE %1, size INTEGER)"_s.arg(blind));
        const TableSchema table = read().front();
        QCOMPARE(table.find(u"NAME"_s)->collation, blind);
        QCOMPARE(table.find(u"size"_s)->collation, QString());
    }

    void tellsEnginesThatCannotRollBack()
    {
        database().execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY)%1"_s.arg(
            isMariaDb() ? u" ENGINE=MyISAM"_s : QString()));
        QCOMPARE(read().front().transactional, !isMariaDb());
    }

    void leavesOutViewsAndVirtualTables()
    {
        if (isMariaDb())
            database().execute(u"CREATE VIEW broken AS SELECT 1 AS x"_s);
        else
            database().execute(u"CREATE VIRTUAL TABLE search USING fts5(words)"_s);
        database().execute(u"CREATE TABLE tags (tag_id VARCHAR(40) PRIMARY KEY)"_s);
        const auto names = tableNames(read());
        QVERIFY(names.contains(u"tags"_s));
        QVERIFY(!names.contains(u"broken"_s));
        QVERIFY(!names.contains(u"search"_s));
    }
};

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestSchema)
#include "TestSchema.moc"
