// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/SuggestReferences.h"

#include "database/ScopedConnection.h"
#include "support/DatabaseTestCase.h"
#include "vocabulary/FindVocabularies.h"
#include "vocabulary/TagTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestSuggestReferences : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void suggestsAColumnWhoseValuesAreAllKeys();
    void valuesThatAreNoKeysSpeakAgainstIt();
    void asksForTheSameType();
    void asksForATellingName();
    void suggestsAColumnWithNames();
    void comparesAsTheVocabularyDoes();
    void emptyTablesCountByTheirName();
    void whatIsKnownIsNotSuggested();
    void zeroStandsForNone();
    void theLikeliestComesFirst();
    void inspectionGoesByNamesAlone();
    void aSuggestionIsNotFollowed();

private:
    Vocabulary chosen(const QString &name = u"tags"_s);
    void createTags(int count);
};

Vocabulary TestSuggestReferences::chosen(const QString &name)
{
    ScopedConnection connection(database().profile());
    return findVocabulary(connection, name);
}

void TestSuggestReferences::createTags(int count)
{
    test::createTable(database(),
                      u"tags (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50) NOT NULL "
                      "UNIQUE)"_s);
    for (int i = 1; i <= count; ++i)
        database().execute(u"INSERT INTO tags (id, name) VALUES (%1, 'tag %1')"_s.arg(i));
}

namespace
{

QStringList suggestions(const Vocabulary &vocabulary)
{
    QStringList texts;
    for (const SuggestedReference &each : vocabulary.suggestions) {
        const Reference &reference = each.reference;
        const QString target = reference.target.isEmpty() ? QString() : u'>' + reference.target;
        texts << reference.title() + target + u": "_s + each.reason;
    }
    return texts;
}

} // namespace

void TestSuggestReferences::suggestsAColumnWhoseValuesAreAllKeys()
{
    createTags(5);
    test::createTable(database(), u"item_tag (item_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, "
                                  "PRIMARY KEY (item_id, tag_id))"_s);
    database().execute(u"INSERT INTO item_tag (item_id, tag_id) VALUES (1, 2), (1, 3), (2, 3)"_s);
    const Vocabulary vocabulary = chosen();
    QCOMPARE(suggestions(vocabulary),
             QStringList{u"item_tag.tag_id: named tag_id; all of 2 values are keys"_s});
    // It comes ready to be confirmed.
    const Reference &reference = vocabulary.suggestions[0].reference;
    QCOMPARE(reference.objects.size(), size_t(1));
    QCOMPARE(reference.objects[0].columns, QStringList{u"item_id"_s});
}

void TestSuggestReferences::valuesThatAreNoKeysSpeakAgainstIt()
{
    createTags(5);
    test::createTable(database(), u"item (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO item (id, tag_id) VALUES (1, 2), (2, 6)"_s);
    QCOMPARE(suggestions(chosen()), QStringList());
}

void TestSuggestReferences::asksForTheSameType()
{
    createTags(5);
    test::createTable(database(), u"item (id INTEGER NOT NULL PRIMARY KEY, tag_id VARCHAR(20), "
                                  "tagid DATETIME)"_s);
    database().execute(u"INSERT INTO item (id, tag_id) VALUES (1, '2')"_s);
    QCOMPARE(suggestions(chosen()), QStringList());
}

void TestSuggestReferences::asksForATellingName()
{
    createTags(5);
    test::createTable(database(), u"item (id INTEGER NOT NULL PRIMARY KEY, rank INTEGER, note_id "
                                  "INTEGER)"_s);
    database().execute(u"INSERT INTO item (id, rank, note_id) VALUES (1, 2, 3)"_s);
    QCOMPARE(suggestions(chosen()), QStringList());
}

void TestSuggestReferences::suggestsAColumnWithNames()
{
    createTags(5);
    test::createTable(database(), u"item (id INTEGER NOT NULL PRIMARY KEY, tag VARCHAR(20), title "
                                  "VARCHAR(20))"_s);
    database().execute(u"INSERT INTO item (id, tag, title) VALUES (1, 'tag 1', 'tag 1')"_s);
    QCOMPARE(suggestions(chosen()),
             QStringList{u"item.tag>name: named tag; its only value is a name"_s});
}

void TestSuggestReferences::comparesAsTheVocabularyDoes()
{
    test::createTags(database(), test::caseBlind());
    database().insertTags({u"Python"_s, u"Qt"_s});
    test::createTable(database(), u"item (id INTEGER NOT NULL PRIMARY KEY, %1)"_s.arg(
                                      test::textColumn(u"tag"_s, test::bytewise())));
    database().execute(
        u"INSERT INTO item (id, tag) VALUES (1, 'python'), (2, 'PYTHON'), (3, 'Qt')"_s);
    QCOMPARE(suggestions(chosen()),
             QStringList{u"item.tag: named tag; all of 3 values are keys"_s});
}

void TestSuggestReferences::emptyTablesCountByTheirName()
{
    createTags(2);
    test::createTable(database(), u"a (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER)"_s);
    test::createTable(database(), u"b (id INTEGER NOT NULL PRIMARY KEY, tag INTEGER)"_s);
    QCOMPARE(suggestions(chosen()),
             QStringList{u"a.tag_id: named tag_id; no values to compare yet"_s});
}

void TestSuggestReferences::whatIsKnownIsNotSuggested()
{
    createTags(2);
    test::createTable(database(),
                      u"a (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER, FOREIGN KEY "
                      "(tag_id) REFERENCES tags (id))"_s);
    test::createTable(database(), u"brands (id INTEGER NOT NULL PRIMARY KEY)"_s);
    test::createTable(database(),
                      u"b (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER, FOREIGN KEY "
                      "(tag_id) REFERENCES brands (id))"_s);
    test::createTable(database(), u"old_tags (tag_id INTEGER NOT NULL PRIMARY KEY)"_s);
    test::createTable(database(),
                      u"tagsmith_change (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER)"_s);
    QCOMPARE(suggestions(chosen()), QStringList());
}

void TestSuggestReferences::zeroStandsForNone()
{
    createTags(3);
    test::createTable(database(), u"item (id INTEGER NOT NULL PRIMARY KEY, main_tag_id INTEGER)"_s);
    database().execute(
        u"INSERT INTO item (id, main_tag_id) VALUES (1, 0), (2, NULL), (3, 3), (4, 1)"_s);
    QCOMPARE(suggestions(chosen()),
             QStringList{u"item.main_tag_id: named main_tag_id; all of 2 values are keys"_s});
}

void TestSuggestReferences::theLikeliestComesFirst()
{
    createTags(3);
    test::createTable(database(),
                      u"a (id INTEGER NOT NULL PRIMARY KEY, tag INTEGER, tag_id INTEGER)"_s);
    test::createTable(database(), u"b (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO a (id, tag, tag_id) VALUES (1, 1, 1), (2, 2, 1), (3, 3, 1)"_s);
    database().execute(u"INSERT INTO b (id, tag_id) VALUES (1, 1), (2, 2)"_s);
    QCOMPARE(suggestions(chosen()),
             (QStringList{u"b.tag_id: named tag_id; all of 2 values are keys"_s,
                          u"a.tag_id: named tag_id; its only value is a key"_s,
                          u"a.tag: named tag; all of 3 values are keys"_s}));
}

void TestSuggestReferences::inspectionGoesByNamesAlone()
{
    createTags(2);
    test::createTable(database(), u"item (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER)"_s);
    database().execute(u"INSERT INTO item (id, tag_id) VALUES (1, 77)"_s);
    ScopedConnection connection(database().profile());
    const std::vector<Vocabulary> found = findVocabularies(connection);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(suggestions(found[0]), QStringList{u"item.tag_id: named tag_id"_s});
}

void TestSuggestReferences::aSuggestionIsNotFollowed()
{
    createTags(2);
    test::createTable(database(), u"item (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER)"_s);
    QVERIFY(chosen().references.empty());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestSuggestReferences)
#include "TestSuggestReferences.moc"
