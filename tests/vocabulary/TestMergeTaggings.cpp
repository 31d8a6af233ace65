// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/MergeTags.h"

#include "support/ErrorOf.h"
#include "vocabulary/MergeCase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

using Objects = std::vector<ObjectKey>;

class TestMergeTaggings : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void collapsesAndMoves_data();
    void collapsesAndMoves();
    void followsEveryReference();
    void followsAReferenceToTheName();
    void rowsOutsideTheScopeStay();
    void rowsOutsideTheScopeDoNotGoWithTheTag();
    void propertiesGoWithTheTag();
    void whatTheTargetHasOnceStays();
    void keepsWhatACollapsingRowNames_data();
    void keepsWhatACollapsingRowNames();
    void refusesWhatItCannotKeep();
    void comparesAsTheKeyDoes();
    void moreSourcesThanOneStatementTakes();

private:
    void createTags(const QStringList &rows = {u"1,Go"_s, u"2,Perl"_s, u"3,PHP"_s, u"4,Rust"_s});
    Receipt merge(const VocabularyMapping &mapping, const MergeRequest &request)
    {
        return test::merge(database(), mapping, request);
    }
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

void TestMergeTaggings::createTags(const QStringList &rows)
{
    test::createNumberedTags(database());
    test::insertRows(database(), u"tags"_s, rows);
}

// The tags 2 (Perl) and 3 (PHP) are merged into 1 (Go); 4 (Rust) is somebody else's.
void TestMergeTaggings::collapsesAndMoves_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<std::vector<ObjectKey>>("objects");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::addColumn<int>("moved");
    QTest::addColumn<int>("collapsed");

    const QString withId = u"links (id INTEGER NOT NULL PRIMARY KEY, tag INTEGER NOT NULL, "
                           "item INTEGER, kind VARCHAR(20)%1)"_s;
    const QString unique = withId.arg(u", UNIQUE (tag, item, kind)"_s);
    const Objects byItem = {{{u"item"_s}}};
    const Objects byBoth = {{{u"item"_s, u"kind"_s}}};
    QTest::newRow("nothing in common")
        << unique << byBoth << QStringList{u"1,1,7,a"_s, u"2,2,8,a"_s, u"3,4,7,a"_s}
        << QStringList{u"1|1|7|a"_s, u"2|1|8|a"_s, u"3|4|7|a"_s} << 1 << 0;
    QTest::newRow("the object has the target")
        << unique << byBoth << QStringList{u"1,2,7,a"_s, u"2,1,7,a"_s, u"3,2,7,b"_s}
        << QStringList{u"2|1|7|a"_s, u"3|1|7|b"_s} << 1 << 1;
    QTest::newRow("two sources on one object without the target")
        << unique << byBoth << QStringList{u"1,3,7,a"_s, u"2,2,7,a"_s} << QStringList{u"1|1|7|a"_s}
        << 1 << 1;
    QTest::newRow("two sources and the target")
        << unique << byBoth << QStringList{u"1,3,7,a"_s, u"2,2,7,a"_s, u"3,1,7,a"_s}
        << QStringList{u"3|1|7|a"_s} << 0 << 2;
    QTest::newRow("NULL defeats the unique key")
        << unique << byBoth
        << QStringList{u"1,2,7,NULL"_s, u"2,3,7,NULL"_s, u"3,2,7,NULL"_s, u"4,1,8,NULL"_s,
                       u"5,2,8,NULL"_s}
        << QStringList{u"1|1|7|NULL"_s, u"4|1|8|NULL"_s} << 1 << 3;
    QTest::newRow("what the target had twice before stays")
        << unique << byBoth << QStringList{u"1,1,7,NULL"_s, u"2,1,7,NULL"_s, u"3,2,7,NULL"_s}
        << QStringList{u"1|1|7|NULL"_s, u"2|1|7|NULL"_s} << 0 << 1;
    QTest::newRow("what another tag has twice stays")
        << unique << byBoth << QStringList{u"1,4,7,NULL"_s, u"2,4,7,NULL"_s, u"3,2,7,a"_s}
        << QStringList{u"1|4|7|NULL"_s, u"2|4|7|NULL"_s, u"3|1|7|a"_s} << 1 << 0;
    QTest::newRow("rows about nothing never collapse")
        << unique << byBoth << QStringList{u"1,1,NULL,NULL"_s, u"2,2,NULL,NULL"_s}
        << QStringList{u"1|1|NULL|NULL"_s, u"2|1|NULL|NULL"_s} << 1 << 0;
    QTest::newRow("every row is an object of its own")
        << withId.arg(QString()) << Objects{} << QStringList{u"1,1,7,a"_s, u"2,2,7,a"_s}
        << QStringList{u"1|1|7|a"_s, u"2|1|7|a"_s} << 1 << 0;
    QTest::newRow("NULL names no object")
        << withId.arg(u", UNIQUE (tag, item)"_s) << Objects{{{u"item"_s}, false}}
        << QStringList{u"1,2,NULL,a"_s, u"2,3,NULL,a"_s, u"3,2,5,a"_s, u"4,3,5,b"_s}
        << QStringList{u"1|1|NULL|a"_s, u"2|1|NULL|a"_s, u"3|1|5|a"_s} << 3 << 1;

    QTest::newRow("NULL in a part names no object")
        << unique << Objects{{{u"item"_s, u"kind"_s}, false}}
        << QStringList{u"1,2,5,NULL"_s, u"2,3,5,NULL"_s, u"3,2,5,a"_s, u"4,3,5,a"_s}
        << QStringList{u"1|1|5|NULL"_s, u"2|1|5|NULL"_s, u"3|1|5|a"_s} << 3 << 1;

    const QString composite = u"links (item INTEGER NOT NULL, tag INTEGER NOT NULL, "
                              "PRIMARY KEY (item, tag))"_s;
    const QStringList pairs = {u"7,1"_s, u"7,2"_s, u"8,2"_s, u"8,3"_s, u"9,3"_s, u"9,4"_s};
    const QStringList merged = {u"7|1"_s, u"8|1"_s, u"9|1"_s, u"9|4"_s};
    QTest::newRow("composite key") << composite << byItem << pairs << merged << 2 << 2;
    if (!isMariaDb()) {
        QTest::newRow("composite key without rowid")
            << composite + u" WITHOUT ROWID"_s << byItem << pairs << merged << 2 << 2;
        QTest::newRow("a column called rowid")
            << u"links (rowid INTEGER, tag INTEGER)"_s << Objects{{{u"rowid"_s}}} << pairs << merged
            << 2 << 2;
    }
    QTest::newRow("no key at all") << u"links (item INTEGER, tag INTEGER)"_s << byItem
                                   << pairs + QStringList{u"NULL,2"_s, u"9,3"_s, u"9,4"_s}
                                   << merged + QStringList{u"9|4"_s, u"NULL|1"_s} << 3 << 3;
    QTest::newRow("no key but a nullable one")
        << u"links (item INTEGER, tag INTEGER, UNIQUE (item, tag))"_s << byItem << pairs << merged
        << 2 << 2;
    QTest::newRow("no key, several columns, NULLs")
        << u"links (item INTEGER, tag INTEGER, kind VARCHAR(20))"_s << byBoth
        << QStringList{u"7,2,NULL"_s, u"7,3,NULL"_s, u"7,2,a"_s, u"8,1,NULL"_s, u"8,3,NULL"_s}
        << QStringList{u"7|1|NULL"_s, u"7|1|a"_s, u"8|1|NULL"_s} << 2 << 2;
}

void TestMergeTaggings::collapsesAndMoves()
{
    QFETCH(const QString, table);
    QFETCH(const Objects, objects);
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    QFETCH(const int, moved);
    QFETCH(const int, collapsed);
    createTags();
    if (table.endsWith("ROWID"_L1))
        database().execute(u"CREATE TABLE "_s + table);
    else
        test::createTable(database(), table);
    test::insertRows(database(), u"links"_s, before);
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"links"_s, u"tag"_s, objects)};

    const QStringList all = test::everyRow(database());
    const Receipt shown = merge(mapping, {{u"Perl"_s, u"PHP"_s}, u"Go"_s, true});
    QCOMPARE(test::everyRow(database()), all);
    const Receipt receipt = merge(mapping, {{u"Perl"_s, u"PHP"_s}, u"Go"_s});
    QCOMPARE(rows(u"links"_s), after);
    QCOMPARE(rows(u"tags"_s), (QStringList{u"1|Go"_s, u"4|Rust"_s}));
    for (const Receipt &told : {shown, receipt}) {
        QCOMPARE(told.kind, u"merge"_s);
        QCOMPARE(told.tags, 2);
        QCOMPARE(told.references.size(), size_t(1));
        QCOMPARE(told.references[0].moved, moved);
        QCOMPARE(told.references[0].collapsed, collapsed);
        QCOMPARE(told.references[0].removed, 0);
    }
}

void TestMergeTaggings::followsEveryReference()
{
    createTags();
    const QString declared = u"%1 (item INTEGER NOT NULL, tag INTEGER NOT NULL, PRIMARY KEY "
                             "(item, tag), FOREIGN KEY (tag) REFERENCES tags (id)%2)"_s;
    test::createTable(database(), declared.arg(u"a_items"_s, u""_s));
    test::createTable(database(), declared.arg(u"b_items"_s, u" ON DELETE CASCADE"_s));
    test::createTable(database(), u"users (id INTEGER NOT NULL PRIMARY KEY, favourite INTEGER)"_s);
    test::insertRows(database(), u"a_items"_s, {u"7,2"_s, u"7,3"_s});
    test::insertRows(database(), u"b_items"_s, {u"7,1"_s, u"7,2"_s, u"8,3"_s});
    test::insertRows(database(), u"users"_s, {u"1,2"_s, u"2,NULL"_s, u"3,2"_s, u"4,4"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"users"_s, u"favourite"_s)};
    const Receipt receipt = merge(mapping, {{u"Perl"_s, u"PHP"_s}, u"Go"_s});
    QCOMPARE(receipt.references, (std::vector<ReferenceCount>{{u"users"_s, u"favourite"_s, 2, 0, 0},
                                                              {u"a_items"_s, u"tag"_s, 1, 1, 0},
                                                              {u"b_items"_s, u"tag"_s, 1, 1, 0}}));
    QCOMPARE(rows(u"a_items"_s), QStringList{u"7|1"_s});
    QCOMPARE(rows(u"b_items"_s), (QStringList{u"7|1"_s, u"8|1"_s}));
    QCOMPARE(rows(u"users"_s), (QStringList{u"1|1"_s, u"2|NULL"_s, u"3|1"_s, u"4|4"_s}));
    QCOMPARE(receipt.warnings, QStringList());
}

void TestMergeTaggings::followsAReferenceToTheName()
{
    createTags({u"1,Go"_s, u"2,Golang"_s, u"3,golang"_s});
    test::createTable(database(), u"filters (id INTEGER NOT NULL PRIMARY KEY, tag VARCHAR(100))"_s);
    test::insertRows(database(), u"filters"_s, {u"1,Golang"_s, u"2,golang"_s, u"3,Go"_s});
    VocabularyMapping mapping = test::numberedTags();
    Reference named = test::reference(u"filters"_s, u"tag"_s);
    named.target = u"name"_s;
    mapping.references = {named};
    merge(mapping, {{u"2"_s}, u"1"_s, false, TagAddress::Key});
    // The names compare bytewise, so that the other spelling is another tag's.
    QCOMPARE(rows(u"filters"_s), (QStringList{u"1|Go"_s, u"2|golang"_s, u"3|Go"_s}));
}

void TestMergeTaggings::rowsOutsideTheScopeStay()
{
    createTags();
    test::createTable(database(), u"links (id INTEGER NOT NULL PRIMARY KEY, tag INTEGER, item "
                                  "INTEGER, kind VARCHAR(20))"_s);
    test::insertRows(database(), u"links"_s,
                     {u"1,2,7,post"_s, u"2,2,7,user"_s, u"3,1,7,post"_s, u"4,2,8,post"_s,
                      u"5,1,8,user"_s, u"6,2,9,NULL"_s});
    VocabularyMapping mapping = test::numberedTags();
    Reference posts = test::reference(u"links"_s, u"tag"_s, {{{u"item"_s}}});
    posts.scope = {{u"kind"_s, u"post"_s}};
    mapping.references = {posts};
    const Receipt receipt = merge(mapping, {{u"Perl"_s}, u"Go"_s});
    QCOMPARE(receipt.references[0].moved, 1);
    QCOMPARE(receipt.references[0].collapsed, 1);
    QCOMPARE(rows(u"links"_s), (QStringList{u"2|2|7|user"_s, u"3|1|7|post"_s, u"4|1|8|post"_s,
                                            u"5|1|8|user"_s, u"6|2|9|NULL"_s}));
}

void TestMergeTaggings::rowsOutsideTheScopeDoNotGoWithTheTag()
{
    createTags();
    test::createTable(database(), u"links (id INTEGER NOT NULL PRIMARY KEY, tag INTEGER, kind "
                                  "VARCHAR(20), FOREIGN KEY (tag) REFERENCES tags (id) ON DELETE "
                                  "CASCADE)"_s);
    test::insertRows(database(), u"links"_s, {u"1,2,post"_s, u"2,2,user"_s});
    VocabularyMapping mapping = test::numberedTags();
    Reference posts = test::reference(u"links"_s, u"tag"_s);
    posts.scope = {{u"kind"_s, u"post"_s}};
    mapping.references = {posts};
    const auto error = errorOf([&] { merge(mapping, {{u"Perl"_s}, u"Go"_s}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(u"The table links"_s), qPrintable(error->message));
    QCOMPARE(rows(u"links"_s), (QStringList{u"1|2|post"_s, u"2|2|user"_s}));
}

void TestMergeTaggings::propertiesGoWithTheTag()
{
    createTags();
    test::createTable(database(), u"meta (id INTEGER NOT NULL PRIMARY KEY, tag INTEGER NOT NULL, "
                                  "name VARCHAR(20), value VARCHAR(20))"_s);
    test::insertRows(
        database(), u"meta"_s,
        {u"1,1,colour,red"_s, u"2,2,colour,blue"_s, u"3,2,icon,camel"_s, u"4,4,colour,grey"_s});
    VocabularyMapping mapping = test::numberedTags();
    Reference meta = test::reference(u"meta"_s, u"tag"_s, {{{u"name"_s}}});
    meta.role = ReferenceRole::Property;
    mapping.references = {meta};
    const Receipt receipt = merge(mapping, {{u"Perl"_s}, u"Go"_s});
    QCOMPARE(receipt.references[0].moved, 1);
    QCOMPARE(receipt.references[0].collapsed, 1);
    QCOMPARE(rows(u"meta"_s),
             (QStringList{u"1|1|colour|red"_s, u"3|1|icon|camel"_s, u"4|4|colour|grey"_s}));
    QVERIFY(receipt.changedObjects.empty());
}

void TestMergeTaggings::whatTheTargetHasOnceStays()
{
    createTags();
    test::createTable(database(), u"texts (tag INTEGER NOT NULL PRIMARY KEY, body VARCHAR(20), "
                                  "FOREIGN KEY (tag) REFERENCES tags (id))"_s);
    test::insertRows(database(), u"texts"_s, {u"1,a"_s, u"2,b"_s, u"4,d"_s});
    const Receipt receipt = merge(test::numberedTags(), {{u"Perl"_s}, u"Go"_s});
    QCOMPARE(receipt.references[0].collapsed, 1);
    QCOMPARE(rows(u"texts"_s), (QStringList{u"1|a"_s, u"4|d"_s}));
    merge(test::numberedTags(), {{u"Go"_s, u"Rust"_s}, u"PHP"_s});
    QCOMPARE(rows(u"texts"_s), QStringList{u"3|a"_s});
}

// As MediaWiki's change_tag: each of three columns names an object by itself.
void TestMergeTaggings::keepsWhatACollapsingRowNames_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    QTest::newRow("the target's row gets the other name")
        << QStringList{u"1,5,NULL,1"_s, u"2,5,70,2"_s} << QStringList{u"1|5|70|1"_s};
    QTest::newRow("one that another row names is not needed")
        << QStringList{u"1,5,NULL,1"_s, u"2,5,70,2"_s, u"3,NULL,70,1"_s}
        << QStringList{u"1|5|NULL|1"_s, u"3|NULL|70|1"_s};
    QTest::newRow("nor one that a further source names")
        << QStringList{u"1,5,NULL,1"_s, u"2,5,70,2"_s, u"3,NULL,70,3"_s}
        << QStringList{u"1|5|NULL|1"_s, u"3|NULL|70|1"_s};
    QTest::newRow("two rows do not rely on each other")
        << QStringList{u"1,5,NULL,1"_s, u"2,6,NULL,1"_s, u"3,5,70,2"_s, u"4,6,70,3"_s}
        << QStringList{u"1|5|NULL|1"_s, u"2|6|70|1"_s};
    QTest::newRow("a row with another name stays beside it")
        << QStringList{u"1,5,60,1"_s, u"2,5,70,2"_s}
        << QStringList{u"1|5|60|1"_s, u"2|NULL|70|1"_s};
    QTest::newRow("two names for one free place")
        << QStringList{u"1,5,NULL,1"_s, u"2,5,70,2"_s, u"3,5,80,3"_s}
        << QStringList{u"1|5|70|1"_s, u"3|NULL|80|1"_s};
    QTest::newRow("equal in everything")
        << QStringList{u"1,5,70,1"_s, u"2,5,70,2"_s} << QStringList{u"1|5|70|1"_s};
    QTest::newRow("two sources alone")
        << QStringList{u"1,5,NULL,2"_s, u"2,5,70,3"_s} << QStringList{u"1|5|70|1"_s};
}

void TestMergeTaggings::keepsWhatACollapsingRowNames()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, after);
    createTags();
    test::createTable(database(), u"changes (id INTEGER NOT NULL PRIMARY KEY, rc INTEGER, rev "
                                  "INTEGER, tag INTEGER NOT NULL, UNIQUE (rc, tag), "
                                  "UNIQUE (rev, tag))"_s);
    test::insertRows(database(), u"changes"_s, before);
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {
        test::reference(u"changes"_s, u"tag"_s, {{{u"rc"_s}, false}, {{u"rev"_s}, false}})};
    merge(mapping, {{u"Perl"_s, u"PHP"_s}, u"Go"_s});
    QCOMPARE(rows(u"changes"_s), after);
}

void TestMergeTaggings::refusesWhatItCannotKeep()
{
    createTags();
    test::createTable(database(), u"lists (tag INTEGER NOT NULL, item INTEGER NOT NULL, place "
                                  "INTEGER NOT NULL, PRIMARY KEY (tag, item), "
                                  "UNIQUE (tag, place))"_s);
    test::insertRows(database(), u"lists"_s, {u"1,7,1"_s, u"2,8,1"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"lists"_s, u"tag"_s, {{{u"item"_s}}, {{u"place"_s}}})};
    const auto error = errorOf([&] { merge(mapping, {{u"Perl"_s}, u"Go"_s}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(u"lists"_s), qPrintable(error->message));
    QCOMPARE(rows(u"lists"_s), (QStringList{u"1|7|1"_s, u"2|8|1"_s}));
}

void TestMergeTaggings::comparesAsTheKeyDoes()
{
    // The key tells letter case apart, the column that refers to it does not.
    test::createTags(database(), test::bytewise());
    database().insertTags({u"JS"_s, u"JavaScript"_s, u"js"_s});
    test::createTable(database(), u"posts (id INTEGER NOT NULL PRIMARY KEY, %1)"_s.arg(
                                      test::textColumn(u"tag"_s, test::caseBlind())));
    test::insertRows(database(), u"posts"_s, {u"1,JS"_s, u"2,js"_s, u"3,JavaScript"_s});
    VocabularyMapping mapping = test::numberedTags();
    mapping.keyName = mapping.nameName = u"tag_id"_s;
    mapping.references = {test::reference(u"posts"_s, u"tag"_s)};
    merge(mapping, {{u"JS"_s}, u"JavaScript"_s});
    QCOMPARE(rows(u"posts"_s), (QStringList{u"1|JavaScript"_s, u"2|js"_s, u"3|JavaScript"_s}));

    // And the other way round: every spelling is the one tag's.
    database().execute(u"DROP TABLE posts"_s);
    database().execute(u"DROP TABLE tags"_s);
    test::createTags(database(), test::caseBlind());
    database().insertTags({u"JS"_s, u"JavaScript"_s});
    test::createTable(database(), u"posts (id INTEGER NOT NULL PRIMARY KEY, %1)"_s.arg(
                                      test::textColumn(u"tag"_s, test::bytewise())));
    test::insertRows(database(), u"posts"_s, {u"1,JS"_s, u"2,js"_s, u"3,JavaScript"_s});
    merge(mapping, {{u"js"_s}, u"JAVASCRIPT"_s});
    QCOMPARE(rows(u"posts"_s),
             (QStringList{u"1|JavaScript"_s, u"2|JavaScript"_s, u"3|JavaScript"_s}));
}

void TestMergeTaggings::moreSourcesThanOneStatementTakes()
{
    test::createNumberedTags(database());
    test::createTable(database(), u"links (item INTEGER NOT NULL, tag INTEGER NOT NULL, "
                                  "PRIMARY KEY (item, tag))"_s);
    QStringList tags;
    QStringList links;
    QStringList names;
    for (int i = 1; i <= 1203; ++i) {
        tags << u"(%1, 'tag %1')"_s.arg(i);
        links << u"(%1, %2)"_s.arg(QString::number(i % 7), QString::number(i));
        names << u"tag %1"_s.arg(i);
    }
    database().execute(u"INSERT INTO tags VALUES "_s + tags.join(u','));
    database().execute(u"INSERT INTO links VALUES "_s + links.join(u','));
    VocabularyMapping mapping = test::numberedTags();
    mapping.references = {test::reference(u"links"_s, u"tag"_s, {{{u"item"_s}}})};
    const Receipt receipt = merge(mapping, {names, u"tag 600"_s});
    QCOMPARE(receipt.tags, 1202);
    QCOMPARE(rows(u"tags"_s), QStringList{u"600|tag 600"_s});
    QCOMPARE(rows(u"links"_s), (QStringList{u"0|600"_s, u"1|600"_s, u"2|600"_s, u"3|600"_s,
                                            u"4|600"_s, u"5|600"_s, u"6|600"_s}));
    QCOMPARE(receipt.references[0].moved + receipt.references[0].collapsed, 1202);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestMergeTaggings)
#include "TestMergeTaggings.moc"
