// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ReferenceObjects.h"

#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"
#include "vocabulary/ResolveVocabulary.h"
#include "vocabulary/TagTables.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestReferenceObjects : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void worksOutWhatARowIsAbout_data();
    void worksOutWhatARowIsAbout();
    void findsAReadableColumnOfTheObjects();
    void keepsTheObjectsOfTheMapping();

private:
    Reference referenceIn(const QString &table, const QString &column);
    Vocabulary resolve(const VocabularyMapping &mapping);
    void createTopics();
    static VocabularyMapping topics();
};

Reference TestReferenceObjects::referenceIn(const QString &table, const QString &column)
{
    ScopedConnection connection(database().profile());
    const std::vector<TableSchema> schema = readSchema(connection);
    return referenceOf(*findTable(schema, table), column);
}

Vocabulary TestReferenceObjects::resolve(const VocabularyMapping &mapping)
{
    ScopedConnection connection(database().profile());
    return resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse);
}

void TestReferenceObjects::createTopics()
{
    test::createTable(database(), u"topics (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT "
                                  "NULL UNIQUE, kind VARCHAR(10))"_s);
}

VocabularyMapping TestReferenceObjects::topics()
{
    VocabularyMapping mapping;
    mapping.name = u"Our topics"_s;
    mapping.preset = u"table"_s;
    mapping.table = u"topics"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    return mapping;
}

namespace
{

Reference reference(const QString &table, const QString &column)
{
    Reference reference;
    reference.table = table;
    reference.column = column;
    return reference;
}

/** "object_id,object_type; log_id?", where ? says that NULL names nothing. */
QString objectsText(const Reference &reference)
{
    QStringList keys;
    for (const ObjectKey &key : reference.objects)
        keys << key.columns.join(u',') + (key.nullsAreEqual ? QString() : u"?"_s);
    keys.sort();
    return keys.join(u"; "_s);
}

} // namespace

void TestReferenceObjects::worksOutWhatARowIsAbout_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("objects");
    const auto row = [](const char *name, const QString &columns, const QString &objects) {
        QTest::newRow(name) << columns << objects;
    };
    row("key of both",
        u"post INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (post, tag_id)"_s, u"post"_s);
    row("unique beside a key of its own",
        u"id INTEGER PRIMARY KEY, tag_id INTEGER, kind INTEGER, thing INTEGER, note TEXT, UNIQUE "
        "(kind, thing, tag_id)"_s,
        u"kind,thing"_s);
    row("nullable columns together",
        u"tag_id INTEGER, a INTEGER, b INTEGER, UNIQUE (tag_id, a, b)"_s, u"a,b"_s);
    row("nullable columns alone",
        u"id INTEGER PRIMARY KEY, tag_id INTEGER NOT NULL, rc INTEGER, log INTEGER, UNIQUE (rc, "
        "tag_id), UNIQUE (log, tag_id)"_s,
        u"log?; rc?"_s);
    row("unique by itself", u"tag_id INTEGER NOT NULL UNIQUE, thing_id INTEGER"_s, {});
    row("link table without a key",
        u"tag_id INTEGER, thing_id INTEGER, thing_type VARCHAR(20), "
        "context VARCHAR(20), created_at DATETIME"_s,
        u"thing_id,thing_type,context"_s);
    row("link table with a key of its own",
        u"id INTEGER PRIMARY KEY, tag_id INTEGER, imageid INTEGER"_s, u"imageid"_s);
    row("link by a foreign key",
        u"id INTEGER PRIMARY KEY, tag_id INTEGER, owner VARCHAR(20), FOREIGN KEY (owner) "
        u"REFERENCES "
        "people (name)"_s,
        u"owner"_s);
    row("row that says more",
        u"id INTEGER PRIMARY KEY, tag_id INTEGER, thing_id INTEGER, "
        "weight INTEGER"_s,
        {});
    row("row that is an object", u"id INTEGER PRIMARY KEY, tag_id INTEGER, title VARCHAR(20)"_s,
        {});
    row("a word that ends like a key", u"tag_id INTEGER, thing_id INTEGER, paid INTEGER"_s, {});
}

void TestReferenceObjects::worksOutWhatARowIsAbout()
{
    QFETCH(const QString, columns);
    QFETCH(const QString, objects);
    test::createTable(database(), u"people (name VARCHAR(20) NOT NULL PRIMARY KEY)"_s);
    test::createTable(database(), u"link (%1)"_s.arg(columns));
    QCOMPARE(objectsText(referenceIn(u"link"_s, u"tag_id"_s)), objects);
}

void TestReferenceObjects::findsAReadableColumnOfTheObjects()
{
    createTopics();
    test::createTable(database(), u"posts (id INTEGER NOT NULL PRIMARY KEY, body TEXT, title "
                                  "VARCHAR(50))"_s);
    test::createTable(database(), u"users (id INTEGER NOT NULL PRIMARY KEY, age INTEGER, mail "
                                  "VARCHAR(50))"_s);
    test::createTable(
        database(),
        u"post_topic (topic_id INTEGER NOT NULL, post_id INTEGER NOT NULL, user_id "
        "INTEGER NOT NULL, PRIMARY KEY (topic_id, post_id, user_id), FOREIGN KEY "
        "(post_id) REFERENCES posts (id), FOREIGN KEY (user_id) REFERENCES users (id))"_s);
    VocabularyMapping mapping = topics();
    mapping.references = {reference(u"post_topic"_s, u"topic_id"_s)};
    std::vector<ObjectTable> tables = resolve(mapping).references.at(0).objectTables;
    std::sort(tables.begin(), tables.end(), [](const ObjectTable &left, const ObjectTable &right) {
        return left.table < right.table;
    });
    QCOMPARE(tables.size(), size_t(2));
    QVERIFY((tables[0] == ObjectTable{u"posts"_s, u"id"_s, u"post_id"_s, u"title"_s, {}}));
    QVERIFY((tables[1] == ObjectTable{u"users"_s, u"id"_s, u"user_id"_s, u"mail"_s, {}}));
}

void TestReferenceObjects::keepsTheObjectsOfTheMapping()
{
    createTopics();
    test::createTable(database(), u"item (topic_id INTEGER NOT NULL, thing INTEGER NOT NULL, "
                                  "note INTEGER, PRIMARY KEY (topic_id, thing))"_s);
    VocabularyMapping mapping = topics();
    mapping.references = {reference(u"item"_s, u"topic_id"_s)};
    QCOMPARE(objectsText(resolve(mapping).references.at(0)), u"thing"_s);
    mapping.references[0].objects = {{{u"THING"_s, u"note"_s}, true}};
    QCOMPARE(objectsText(resolve(mapping).references.at(0)), u"thing,note"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestReferenceObjects)
#include "TestReferenceObjects.moc"
