// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CountUses.h"

#include "support/DatabaseTestCase.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestCountUses : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void countsNumbersAsKeys();
    void countsEachReferenceByItself();
    void propertiesAreNotCounted();
    void rowsWithoutATagCountForNone();
    void textIsEqualAsTheTagsCollationSays_data();
    void textIsEqualAsTheTagsCollationSays();
    void scopeOfAReferenceIsAWall();
    void scopeOfTheVocabularyIsAWall();
    void countsByAnotherColumnThanTheKey();
    void withoutReferencesThereIsNothing();

private:
    Vocabulary numbered() const;
    Reference reference(const QString &table, const QString &column = u"tag_id"_s) const;
    /** "key: 3 0", sorted. */
    QStringList count(const Vocabulary &vocabulary);
};

/** `tags (id, name)` with three tags, and `posts_tags`, `images_tags` that hold their ids. */
Vocabulary TestCountUses::numbered() const
{
    Column id;
    id.name = u"id"_s;
    id.type = ColumnType::Integer;
    Column name;
    name.name = u"name"_s;
    Column kind;
    kind.name = u"kind"_s;
    Vocabulary vocabulary;
    vocabulary.table = u"tags"_s;
    vocabulary.columns = {id, name, kind};
    vocabulary.keyColumn = 0;
    vocabulary.nameColumn = 1;
    return vocabulary;
}

Reference TestCountUses::reference(const QString &table, const QString &column) const
{
    Reference reference;
    reference.table = table;
    reference.column = column;
    return reference;
}

QStringList TestCountUses::count(const Vocabulary &vocabulary)
{
    ScopedConnection connection(database().profile());
    const Transaction transaction(connection, Transaction::Mode::Read);
    const UseCounts counts = countUses(connection, vocabulary);
    QStringList texts;
    for (auto tag = counts.byKey.cbegin(); tag != counts.byKey.cend(); ++tag) {
        QString text = tag.key() + u':';
        for (const qint64 uses : tag.value())
            text += u' ' + QString::number(uses);
        texts << text;
    }
    texts.sort();
    return texts;
}

void TestCountUses::countsNumbersAsKeys()
{
    test::createTable(database(), u"tags (id INTEGER PRIMARY KEY, name VARCHAR(50))"_s);
    test::createTable(database(), u"posts_tags (post_id INTEGER, tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO tags VALUES (1, 'same'), (2, 'same'), (3, 'unused')"_s);
    database().execute(u"INSERT INTO posts_tags VALUES (10, 1), (11, 1), (11, 2)"_s);
    Vocabulary vocabulary = numbered();
    vocabulary.references = {reference(u"posts_tags"_s)};
    QCOMPARE(count(vocabulary), (QStringList{u"1: 2"_s, u"2: 1"_s}));
}

void TestCountUses::countsEachReferenceByItself()
{
    test::createTable(database(), u"tags (id INTEGER PRIMARY KEY, name VARCHAR(50))"_s);
    test::createTable(database(), u"posts_tags (post_id INTEGER, tag_id INTEGER)"_s);
    test::createTable(database(), u"images_tags (image_id INTEGER, tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO posts_tags VALUES (10, 1), (11, 1)"_s);
    database().execute(u"INSERT INTO images_tags VALUES (10, 1), (11, 2)"_s);
    Vocabulary vocabulary = numbered();
    vocabulary.references = {reference(u"posts_tags"_s), reference(u"images_tags"_s)};
    QCOMPARE(count(vocabulary), (QStringList{u"1: 2 1"_s, u"2: 0 1"_s}));

    ScopedConnection connection(database().profile());
    const UseCounts counts = countUses(connection, vocabulary);
    QCOMPARE(counts.references, (QStringList{u"posts_tags.tag_id"_s, u"images_tags.tag_id"_s}));
    QCOMPARE(counts.total(u"1"_s), 3);
    QCOMPARE(counts.total(u"7"_s), 0);
}

void TestCountUses::propertiesAreNotCounted()
{
    test::createTable(database(), u"tags (id INTEGER PRIMARY KEY, name VARCHAR(50))"_s);
    test::createTable(database(), u"posts_tags (post_id INTEGER, tag_id INTEGER)"_s);
    test::createTable(database(), u"tag_notes (note VARCHAR(50), tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO posts_tags VALUES (10, 1)"_s);
    database().execute(u"INSERT INTO tag_notes VALUES ('x', 1), ('y', 2)"_s);
    Vocabulary vocabulary = numbered();
    vocabulary.references = {reference(u"tag_notes"_s), reference(u"posts_tags"_s)};
    vocabulary.references[0].role = ReferenceRole::Property;
    QCOMPARE(count(vocabulary), QStringList{u"1: 1"_s});
}

void TestCountUses::rowsWithoutATagCountForNone()
{
    test::createTable(database(), u"tags (id INTEGER PRIMARY KEY, name VARCHAR(50))"_s);
    test::createTable(database(), u"posts (id INTEGER, tag_id INTEGER NULL)"_s);
    database().execute(u"INSERT INTO posts VALUES (1, NULL), (2, NULL), (3, 1)"_s);
    Vocabulary vocabulary = numbered();
    vocabulary.references = {reference(u"posts"_s)};
    QCOMPARE(count(vocabulary), QStringList{u"1: 1"_s});
}

void TestCountUses::textIsEqualAsTheTagsCollationSays_data()
{
    QTest::addColumn<QString>("tags");
    QTest::addColumn<QString>("items");
    QTest::addColumn<QStringList>("counts");
    const QStringList blind{u"Python: 3"_s, u"Zoé: 1"_s};
    const QStringList exact{u"Python: 1"_s, u"Zoé: 1"_s};
    QTest::newRow("blind, blind") << test::caseBlind() << test::caseBlind() << blind;
    QTest::newRow("blind, bytewise") << test::caseBlind() << test::bytewise() << blind;
    QTest::newRow("bytewise, blind") << test::bytewise() << test::caseBlind() << exact;
    QTest::newRow("bytewise, bytewise") << test::bytewise() << test::bytewise() << exact;
}

void TestCountUses::textIsEqualAsTheTagsCollationSays()
{
    QFETCH(const QString, tags);
    QFETCH(const QString, items);
    QFETCH(const QStringList, counts);
    test::createTags(database(), tags);
    test::createTable(database(),
                      u"items (item INTEGER, %1)"_s.arg(test::textColumn(u"tag"_s, items)));
    database().insertTags({u"Python"_s, u"Zoé"_s, u"unused"_s});
    database().execute(u"INSERT INTO items VALUES (1, 'python'), (2, 'PYTHON'), (3, 'Python'), "
                       "(4, 'Zoé'), (5, 'nobody')"_s);
    ScopedConnection connection(database().profile());
    Vocabulary vocabulary = findVocabulary(connection, u"tags"_s);
    vocabulary.references = {reference(u"items"_s, u"tag"_s)};
    QCOMPARE(count(vocabulary), counts);
}

void TestCountUses::scopeOfAReferenceIsAWall()
{
    test::createTable(database(), u"tags (id INTEGER PRIMARY KEY, name VARCHAR(50))"_s);
    test::createTable(database(),
                      u"links (id INTEGER, tag_id INTEGER, kind VARCHAR(20), site INTEGER NULL)"_s);
    database().execute(u"INSERT INTO links VALUES (1, 1, 'post', NULL), (2, 1, 'menu', NULL), "
                       "(3, 2, 'post', 5), (4, 2, 'post', NULL)"_s);
    Vocabulary vocabulary = numbered();
    vocabulary.references = {reference(u"links"_s)};
    vocabulary.references[0].scope = {{u"kind"_s, u"post"_s}, {u"site"_s, std::nullopt}};
    QCOMPARE(count(vocabulary), (QStringList{u"1: 1"_s, u"2: 1"_s}));
    vocabulary.references[0].scope = {{u"site"_s, u"5"_s}};
    QCOMPARE(count(vocabulary), QStringList{u"2: 1"_s});
}

void TestCountUses::scopeOfTheVocabularyIsAWall()
{
    test::createTable(database(),
                      u"tags (id INTEGER PRIMARY KEY, name VARCHAR(50), kind VARCHAR(20))"_s);
    test::createTable(database(), u"links (id INTEGER, tag_id INTEGER, kind VARCHAR(20))"_s);
    database().execute(u"INSERT INTO tags VALUES (1, 'a', 'tag'), (2, 'b', 'category')"_s);
    database().execute(u"INSERT INTO links VALUES (1, 1, 'x'), (2, 2, 'x'), (3, 1, 'y')"_s);
    Vocabulary vocabulary = numbered();
    vocabulary.scope = {{u"kind"_s, u"tag"_s}};
    vocabulary.references = {reference(u"links"_s)};
    QCOMPARE(count(vocabulary), QStringList{u"1: 2"_s});
    vocabulary.references[0].scope = {{u"kind"_s, u"y"_s}};
    QCOMPARE(count(vocabulary), QStringList{u"1: 1"_s});
}

void TestCountUses::countsByAnotherColumnThanTheKey()
{
    test::createTable(database(), u"tags (id INTEGER PRIMARY KEY, name VARCHAR(50))"_s);
    test::createTable(database(), u"notes (id INTEGER, tag VARCHAR(50))"_s);
    database().execute(u"INSERT INTO tags VALUES (7, 'Python'), (8, 'unused')"_s);
    database().execute(u"INSERT INTO notes VALUES (1, 'Python'), (2, 'Python'), (3, 'other')"_s);
    Vocabulary vocabulary = numbered();
    vocabulary.references = {reference(u"notes"_s, u"tag"_s)};
    vocabulary.references[0].target = u"name"_s;
    QCOMPARE(count(vocabulary), QStringList{u"7: 2"_s});
}

void TestCountUses::withoutReferencesThereIsNothing()
{
    test::createTable(database(), u"tags (id INTEGER PRIMARY KEY, name VARCHAR(50))"_s);
    QCOMPARE(count(numbered()), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCountUses)
#include "TestCountUses.moc"
