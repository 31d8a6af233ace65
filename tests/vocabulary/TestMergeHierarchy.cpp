// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ErrorOf.h"
#include "vocabulary/MergeCase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Merges of tags that stand beneath others. Rows are "id,name,parent". */
class TestMergeHierarchy : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void liftsChildren_data();
    void liftsChildren();
    void refusesCircles_data();
    void refusesCircles();
    void parentsByName();
    void aRootThatIsANumber();
    void parentsInATableOfTheirOwn();
    void childrenOfEqualNames();
    void aForeignKeyOfTheTableToItself_data();
    void aForeignKeyOfTheTableToItself();
    void otherVocabulariesChildrenStay();
    void aForeignKeyThatNobodyFollows();

private:
    void create(const QStringList &rows, const QString &more = {})
    {
        test::createNumberedTags(database(), u", parent INTEGER"_s + more);
        test::insertRows(database(), u"tags"_s, rows);
    }
    static VocabularyMapping mapping()
    {
        VocabularyMapping made = test::numberedTags();
        made.hierarchy = Hierarchy{u"parent"_s};
        return made;
    }
    Receipt merge(const QStringList &sources, const QString &target, bool dryRun = false)
    {
        return test::merge(database(), mapping(), {sources, target, dryRun});
    }
    QStringList rows(const QString &table = u"tags"_s)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

void TestMergeHierarchy::liftsChildren_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("sources");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<int>("lifted");
    const QString target = u"1,T,NULL"_s;
    QTest::newRow("children of the source")
        << QStringList{target, u"2,S,NULL"_s, u"3,a,2"_s, u"4,b,2"_s, u"5,c,1"_s, u"6,d,3"_s}
        << QStringList{u"S"_s}
        << QStringList{u"1|T|NULL"_s, u"3|a|1"_s, u"4|b|1"_s, u"5|c|1"_s, u"6|d|3"_s} << 2;
    QTest::newRow("children of several sources")
        << QStringList{target, u"2,S,NULL"_s, u"3,R,5"_s, u"4,b,3"_s, u"5,c,2"_s}
        << QStringList{u"S"_s, u"R"_s} << QStringList{u"1|T|NULL"_s, u"4|b|1"_s, u"5|c|1"_s} << 2;
    QTest::newRow("a source beneath the target")
        << QStringList{target, u"2,S,1"_s, u"3,a,2"_s} << QStringList{u"S"_s}
        << QStringList{u"1|T|NULL"_s, u"3|a|1"_s} << 1;
    QTest::newRow("a source far beneath the target")
        << QStringList{target, u"2,X,1"_s, u"3,S,2"_s, u"4,a,3"_s} << QStringList{u"S"_s}
        << QStringList{u"1|T|NULL"_s, u"2|X|1"_s, u"4|a|1"_s} << 1;
    QTest::newRow("the target beneath a source at the top")
        << QStringList{u"1,T,2"_s, u"2,S,NULL"_s, u"3,a,2"_s} << QStringList{u"S"_s}
        << QStringList{u"1|T|NULL"_s, u"3|a|1"_s} << 2;
    QTest::newRow("the target beneath a source beneath another tag")
        << QStringList{u"1,T,2"_s, u"2,S,3"_s, u"3,X,NULL"_s} << QStringList{u"S"_s}
        << QStringList{u"1|T|3"_s, u"3|X|NULL"_s} << 1;
    QTest::newRow("the target beneath two sources")
        << QStringList{u"1,T,2"_s, u"2,S,4"_s, u"4,R,3"_s, u"3,X,NULL"_s}
        << QStringList{u"R"_s, u"S"_s} << QStringList{u"1|T|3"_s, u"3|X|NULL"_s} << 1;
    QTest::newRow("sources beneath each other go together")
        << QStringList{target, u"2,S,3"_s, u"3,R,4"_s, u"4,Q,NULL"_s}
        << QStringList{u"Q"_s, u"R"_s, u"S"_s} << QStringList{u"1|T|NULL"_s} << 0;
    QTest::newRow("a parent that is not there")
        << QStringList{u"1,T,2"_s, u"2,S,99"_s} << QStringList{u"S"_s} << QStringList{u"1|T|NULL"_s}
        << 1;
}

void TestMergeHierarchy::liftsChildren()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, sources);
    QFETCH(const QStringList, after);
    QFETCH(const int, lifted);
    create(before);
    const QStringList all = rows();
    const Receipt shown = merge(sources, u"T"_s, true);
    QCOMPARE(rows(), all);
    QCOMPARE(shown.childrenLifted, lifted);
    const Receipt receipt = merge(sources, u"T"_s);
    QCOMPARE(rows(), after);
    QCOMPARE(receipt.childrenLifted, lifted);
    QCOMPARE(receipt.tags, sources.size());
    QVERIFY(receipt.references.empty());
}

void TestMergeHierarchy::refusesCircles_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("named");
    QTest::newRow("a tag between source and target")
        << QStringList{u"1,T,3"_s, u"3,Between,2"_s, u"2,S,NULL"_s} << u"“Between”"_s;
    QTest::newRow("several of them")
        << QStringList{u"1,T,3"_s, u"3,Near,4"_s, u"4,Far,2"_s, u"2,S,NULL"_s} << u"“Near”"_s;
    QTest::newRow("the target beneath itself")
        << QStringList{u"1,T,3"_s, u"3,Other,1"_s, u"2,S,NULL"_s} << u"“T”"_s;
    QTest::newRow("a source beneath itself")
        << QStringList{u"1,T,NULL"_s, u"3,Other,2"_s, u"2,S,3"_s} << u"“S”"_s;
    QTest::newRow("a source that is its own parent")
        << QStringList{u"1,T,NULL"_s, u"2,S,2"_s} << u"“S”"_s;
}

void TestMergeHierarchy::refusesCircles()
{
    QFETCH(const QStringList, before);
    QFETCH(const QString, named);
    create(before);
    const QStringList all = rows();
    const auto error = errorOf([this] { merge({u"S"_s}, u"T"_s); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(named), qPrintable(error->message));
    QCOMPARE(rows(), all);
}

void TestMergeHierarchy::parentsByName()
{
    test::createTable(database(), u"tags (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100) NOT "
                                  "NULL, parent VARCHAR(100))"_s);
    test::insertRows(database(), u"tags"_s, {u"1,T,S"_s, u"2,S,X"_s, u"3,X,NULL"_s, u"4,a,S"_s});
    VocabularyMapping byName = mapping();
    byName.hierarchy->target = u"name"_s;
    QCOMPARE(test::merge(database(), byName, {{u"S"_s}, u"T"_s}).childrenLifted, 2);
    QCOMPARE(rows(), (QStringList{u"1|T|X"_s, u"3|X|NULL"_s, u"4|a|T"_s}));
}

void TestMergeHierarchy::aRootThatIsANumber()
{
    create({u"1,T,2"_s, u"2,S,0"_s, u"3,a,2"_s, u"4,b,0"_s});
    VocabularyMapping withRoot = mapping();
    withRoot.hierarchy->root = u"0"_s;
    QCOMPARE(test::merge(database(), withRoot, {{u"S"_s}, u"T"_s}).childrenLifted, 2);
    QCOMPARE(rows(), (QStringList{u"1|T|0"_s, u"3|a|1"_s, u"4|b|0"_s}));
}

void TestMergeHierarchy::parentsInATableOfTheirOwn()
{
    test::createNumberedTags(database());
    test::insertRows(database(), u"tags"_s,
                     {u"1,T"_s, u"2,S"_s, u"3,R"_s, u"4,a"_s, u"5,b"_s, u"6,X"_s});
    test::createTable(database(), u"parents (child INTEGER NOT NULL, parent INTEGER NOT NULL, "
                                  "PRIMARY KEY (child, parent))"_s);
    // The target beneath S beneath X; a beneath S and R; b beneath R and T.
    test::insertRows(
        database(), u"parents"_s,
        {u"1,2"_s, u"2,6"_s, u"3,0"_s, u"4,2"_s, u"4,3"_s, u"5,3"_s, u"5,1"_s, u"6,0"_s});
    VocabularyMapping inTable = test::numberedTags();
    Hierarchy hierarchy{u"parent"_s};
    hierarchy.root = u"0"_s;
    hierarchy.table = u"parents"_s;
    hierarchy.childColumn = u"child"_s;
    inTable.hierarchy = hierarchy;
    test::merge(database(), inTable, {{u"S"_s, u"R"_s}, u"T"_s});
    QCOMPARE(rows(), (QStringList{u"1|T"_s, u"4|a"_s, u"5|b"_s, u"6|X"_s}));
    QCOMPARE(rows(u"parents"_s), (QStringList{u"1|6"_s, u"4|1"_s, u"5|1"_s, u"6|0"_s}));
}

void TestMergeHierarchy::childrenOfEqualNames()
{
    create({u"1,T,NULL"_s, u"2,S,NULL"_s, u"3,jazz,1"_s, u"4,jazz,2"_s, u"5,blues,2"_s},
           u", UNIQUE (parent, name)"_s);
    const QStringList all = rows();
    const auto error = errorOf([this] { merge({u"S"_s}, u"T"_s); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.contains(u"“jazz”"_s), qPrintable(error->message));
    QVERIFY2(error->message.contains(u"“T”"_s), qPrintable(error->message));
    QCOMPARE(rows(), all);
}

void TestMergeHierarchy::aForeignKeyOfTheTableToItself_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::newRow("somebody points at the source")
        << QStringList{u"1,T,NULL,NULL"_s, u"2,S,NULL,NULL"_s, u"3,a,NULL,2"_s}
        << QStringList{u"1|T|NULL|NULL"_s, u"3|a|NULL|1"_s};
    QTest::newRow("the target points at the source")
        << QStringList{u"1,T,NULL,NULL"_s, u"3,a,NULL,NULL"_s, u"2,S,NULL,3"_s}
        << QStringList{u"1|T|NULL|3"_s, u"3|a|NULL|NULL"_s};
    QTest::newRow("they point at each other")
        << QStringList{u"1,T,NULL,NULL"_s, u"2,S,NULL,1"_s} << QStringList{u"1|T|NULL|NULL"_s};
}

void TestMergeHierarchy::aForeignKeyOfTheTableToItself()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    create(before, u", see INTEGER, FOREIGN KEY (parent) REFERENCES tags (id), FOREIGN KEY (see) "
                   "REFERENCES tags (id) ON DELETE CASCADE"_s);
    // As rows came one by one, the pointers among the first ones are set now.
    if (QTest::currentDataTag() != QByteArray("somebody points at the source"))
        database().execute(u"UPDATE tags SET see = 2 WHERE id = 1"_s);
    test::merge(database(), test::numberedTags(), {{u"S"_s}, u"T"_s});
    QCOMPARE(rows(), after);
}

void TestMergeHierarchy::otherVocabulariesChildrenStay()
{
    create({u"1,T,NULL,x"_s, u"2,S,NULL,x"_s, u"3,a,2,x"_s, u"4,b,2,y"_s}, u", kind VARCHAR(5)"_s);
    VocabularyMapping scoped = mapping();
    scoped.scope = {{u"kind"_s, u"x"_s}};
    QCOMPARE(test::merge(database(), scoped, {{u"S"_s}, u"T"_s}).childrenLifted, 1);
    QCOMPARE(rows(), (QStringList{u"1|T|NULL|x"_s, u"3|a|1|x"_s, u"4|b|2|y"_s}));
}

void TestMergeHierarchy::aForeignKeyThatNobodyFollows()
{
    test::createTable(database(), u"tags (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100) NOT "
                                  "NULL, lang VARCHAR(5) NOT NULL, UNIQUE (id, lang))"_s);
    test::insertRows(database(), u"tags"_s, {u"1,T,en"_s, u"2,S,en"_s});
    test::createTable(database(), u"notes (note INTEGER NOT NULL PRIMARY KEY, tag INTEGER, lang "
                                  "VARCHAR(5), FOREIGN KEY (tag, lang) REFERENCES tags (id, lang) "
                                  "ON DELETE CASCADE)"_s);
    test::insertRows(database(), u"notes"_s, {u"1,2,en"_s});
    const QStringList all = rows() + rows(u"notes"_s);
    const auto error = errorOf([this] {
        test::merge(database(), test::numberedTags(), {{u"S"_s}, u"T"_s});
    });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(u"The table notes"_s), qPrintable(error->message));
    QCOMPARE(rows() + rows(u"notes"_s), all);
    database().execute(u"DELETE FROM notes"_s);
    test::merge(database(), test::numberedTags(), {{u"S"_s}, u"T"_s});
    QCOMPARE(rows(), QStringList{u"1|T|en"_s});
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestMergeHierarchy)
#include "TestMergeHierarchy.moc"
