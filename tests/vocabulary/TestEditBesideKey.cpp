// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "vocabulary/AddTags.h"
#include "vocabulary/LoadTags.h"
#include "vocabulary/MappedTables.h"
#include "vocabulary/SetTag.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Loading, adding and setting where the key is a number or the name stands in another table. */
class TestEditBesideKey : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void loadsTheScopeInTheOrderOfTheKey();
    void loadsManyInChunks();
    void addsWithASlug();
    void addsWithGivenValues();
    void addsIntoBothTables();
    void addsWithoutAParent();
    void equalNamesWhereOtherColumnsDiffer();
    void refusesAddingWithTheReason();
    void refusesAddingWhereNothingMakesKeys();
    void setsByKey();
    void setsInTheNameTableAndWarns();
    void tellsOfASlugThatChanges();
    void columnsThatAreNotSetByHand_data();
    void columnsThatAreNotSetByHand();
    void dryRunsChangeNothing();

private:
    Receipt add(const VocabularyMapping &mapping, const AddRequest &request);
    Receipt set(const VocabularyMapping &mapping, const SetRequest &request);
    QStringList loaded(const VocabularyMapping &mapping);
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

Receipt TestEditBesideKey::add(const VocabularyMapping &mapping, const AddRequest &request)
{
    const auto then = request.dryRun ? test::Then::RollBack : test::Then::Commit;
    return test::writeMapped(database(), mapping, then,
                             [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                 return addTags(connection, vocabulary, request);
                             });
}

Receipt TestEditBesideKey::set(const VocabularyMapping &mapping, const SetRequest &request)
{
    const auto then = request.dryRun ? test::Then::RollBack : test::Then::Commit;
    return test::writeMapped(database(), mapping, then,
                             [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                 return setTag(connection, vocabulary, request);
                             });
}

QStringList TestEditBesideKey::loaded(const VocabularyMapping &mapping)
{
    const SnapshotPtr snapshot =
        test::writeMapped(database(), mapping, test::Then::RollBack,
                          [](ScopedConnection &connection, const Vocabulary &vocabulary) {
                              return loadTags(connection, vocabulary, [](const SnapshotPtr &) {});
                          });
    QStringList texts;
    for (int row = 0; row < snapshot->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < static_cast<int>(snapshot->columns().size()); ++column)
            cells << snapshot->cell(row, column).value_or(u"NULL"_s);
        texts << cells.join(u'|');
    }
    return texts;
}

void TestEditBesideKey::loadsTheScopeInTheOrderOfTheKey()
{
    QCOMPARE(loaded(test::createTerms(database())),
             (QStringList{u"11|1|tag|NULL|0|2|News|news"_s, u"13|2|tag|NULL|0|0|Sport|sport"_s,
                          u"14|3|tag|NULL|2|1|Tennis|tennis"_s}));
    // As numbers: 10 comes after 2.
    QCOMPARE(loaded(test::createLabels(database())),
             (QStringList{u"1|Go|go|NULL"_s, u"2|Python|python|blue"_s, u"10|Perl|perl|NULL"_s}));
}

void TestEditBesideKey::loadsManyInChunks()
{
    const auto mapping = test::createTerms(database());
    QStringList terms;
    QStringList kinds;
    for (int i = 100; i < 5'100; ++i) {
        terms << u"(%1, 'n%1', 's%1')"_s.arg(i);
        kinds << u"(%1, %1, '%2', NULL, 0, 0)"_s.arg(QString::number(i),
                                                     i % 2 == 0 ? u"tag"_s : u"category"_s);
    }
    database().execute(u"INSERT INTO terms VALUES "_s + terms.join(u','));
    database().execute(u"INSERT INTO kinds VALUES "_s + kinds.join(u','));
    const QStringList tags = loaded(mapping);
    QCOMPARE(tags.size(), 2'503);
    QCOMPARE(tags.at(3), u"100|100|tag|NULL|0|0|n100|s100"_s);
    QCOMPARE(tags.at(2'002), u"4098|4098|tag|NULL|0|0|n4098|s4098"_s);
    QCOMPARE(tags.constLast(), u"5098|5098|tag|NULL|0|0|n5098|s5098"_s);
}

void TestEditBesideKey::addsWithASlug()
{
    const auto mapping = test::createLabels(database());
    const Receipt receipt = add(mapping, {{u"C++"_s, u"C"_s}, {}});
    QCOMPARE(receipt.tags, 2);
    QCOMPARE(receipt.sql.size(), 2);
    QCOMPARE(rows(u"labels"_s),
             (QStringList{u"10|Perl|perl|NULL"_s, u"11|C++|c|NULL"_s, u"12|C|c-2|NULL"_s,
                          u"1|Go|go|NULL"_s, u"2|Python|python|blue"_s}));
    COMPARE_KIND(errorOf([&] { add(mapping, {{u"GO"_s}, {}}); }), ErrorKind::Conflict);
}

void TestEditBesideKey::addsWithGivenValues()
{
    const auto mapping = test::createLabels(database());
    add(mapping, {{u"Rust"_s}, {{u"slug"_s, u"rusty"_s}, {u"color"_s, u"red"_s}}});
    QVERIFY(rows(u"labels"_s).contains(u"11|Rust|rusty|red"_s));
}

void TestEditBesideKey::addsIntoBothTables()
{
    const auto mapping = test::createTerms(database());
    add(mapping, {{u"Golf"_s}, {{u"about"_s, u"clubs"_s}}}); // the category Golf is none of ours
    QVERIFY(rows(u"terms"_s).contains(u"6|Golf|golf"_s));
    QVERIFY(rows(u"kinds"_s).contains(u"16|6|tag|clubs|0|0"_s));
    const QStringList before = test::allRows(database());
    COMPARE_KIND(errorOf([&] { add(mapping, {{u"golf"_s}, {}}); }), ErrorKind::Conflict);
    QCOMPARE(test::allRows(database()), before);
}

void TestEditBesideKey::addsWithoutAParent()
{
    test::createTable(database(),
                      u"nodes (%1, pid INTEGER NOT NULL, %2 NOT NULL)"_s.arg(
                          test::serial(u"id"_s), test::textColumn(u"name"_s, test::bytewise())));
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"nodes"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    mapping.hierarchy = Hierarchy{u"pid"_s, {}, u"0"_s};
    mapping.nameCompanions = {u"pid"_s};
    add(mapping, {{u"Places"_s}, {}});
    QCOMPARE(rows(u"nodes"_s), QStringList{u"1|0|Places"_s});
}

void TestEditBesideKey::equalNamesWhereOtherColumnsDiffer()
{
    test::createTable(database(),
                      u"marks (%1, %2 NOT NULL, visible INTEGER NOT NULL DEFAULT 1, "
                      "UNIQUE (name, visible))"_s.arg(
                          test::serial(u"id"_s), test::textColumn(u"name"_s, test::caseBlind())));
    test::insertRows(database(), u"marks"_s, {u"1, 'Draft', 1"_s});
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"marks"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    mapping.nameCompanions = {u"visible"_s};
    add(mapping, {{u"draft"_s}, {{u"visible"_s, u"0"_s}}});
    COMPARE_KIND(errorOf([&] {
                     add(mapping, {{u"Draft"_s}, {{u"visible"_s, u"1"_s}}});
                 }),
                 ErrorKind::Conflict);
    COMPARE_KIND(errorOf([&] { add(mapping, {{u"Draft"_s}, {}}); }), ErrorKind::Conflict);
    QCOMPARE(rows(u"marks"_s), (QStringList{u"1|Draft|1"_s, u"2|draft|0"_s}));
}

void TestEditBesideKey::refusesAddingWithTheReason()
{
    auto mapping = test::createLabels(database());
    mapping.noAdding = u"Labels are made by the scanner."_s;
    const auto error = errorOf([&] { add(mapping, {{u"Rust"_s}, {}}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QCOMPARE(error->message, u"Labels are made by the scanner."_s);
}

void TestEditBesideKey::refusesAddingWhereNothingMakesKeys()
{
    test::createTable(database(), u"words (uuid CHAR(36) NOT NULL PRIMARY KEY, %1 NOT NULL)"_s.arg(
                                      test::textColumn(u"word"_s, test::bytewise())));
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"words"_s;
    mapping.keyName = u"uuid"_s;
    mapping.nameName = u"word"_s;
    const auto error = errorOf([&] { add(mapping, {{u"Rust"_s}, {}}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QVERIFY2(error->message.contains(u"uuid"_s), qPrintable(error->message));
}

void TestEditBesideKey::setsByKey()
{
    const auto mapping = test::createLabels(database());
    SetRequest request{u"10"_s, {{u"color"_s, u"red"_s}}};
    COMPARE_KIND(errorOf([&] { set(mapping, request); }), ErrorKind::Missing); // no such name
    request.address = TagAddress::Key;
    QCOMPARE(set(mapping, request).tags, 1);
    QVERIFY(rows(u"labels"_s).contains(u"10|Perl|perl|red"_s));
}

void TestEditBesideKey::setsInTheNameTableAndWarns()
{
    const auto mapping = test::createTerms(database());
    const Receipt alone =
        set(mapping, {u"Tennis"_s, {{u"slug"_s, u"tns"_s}, {u"about"_s, u"x"_s}}});
    QCOMPARE(alone.warnings, QStringList());
    QCOMPARE(alone.tags, 1);
    QVERIFY(rows(u"terms"_s).contains(u"3|Tennis|tns"_s));
    QVERIFY(rows(u"kinds"_s).contains(u"14|3|tag|x|2|1"_s));
    QCOMPARE(set(mapping, {u"News"_s, {{u"about"_s, u"y"_s}}}).warnings, QStringList());
    const Receipt shared = set(mapping, {u"News"_s, {{u"slug"_s, u"nws"_s}}});
    QCOMPARE(shared.warnings, QStringList{u"“News” shares its row in terms with tags outside tag: "
                                          "these change with it."_s});
    QVERIFY(rows(u"terms"_s).contains(u"1|News|nws"_s));
}

void TestEditBesideKey::tellsOfASlugThatChanges()
{
    const auto mapping = test::createLabels(database());
    QCOMPARE(set(mapping, {u"Go"_s, {{u"slug"_s, u"golang"_s}}}).redirects,
             (std::vector<Redirect>{{u"go"_s, u"golang"_s}}));
    QVERIFY(set(mapping, {u"Go"_s, {{u"slug"_s, u"golang"_s}}}).redirects.empty());
}

void TestEditBesideKey::columnsThatAreNotSetByHand_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("message");
    QTest::newRow("key") << u"kind_id"_s
                         << u"The column kind_id is the key of the tags and cannot be set."_s;
    QTest::newRow("name") << u"name"_s
                          << u"The column name holds the name; use rename to change it."_s;
    QTest::newRow("scope") << u"kind"_s
                           << u"The column kind says which vocabulary a tag belongs to and cannot "
                              "be set."_s;
    QTest::newRow("name's row") << u"term_id"_s
                                << u"The column term_id says which row holds the name and cannot "
                                   "be set."_s;
    QTest::newRow("counter") << u"uses"_s
                             << u"The column uses is counted from the rows of links and cannot be "
                                "set by hand."_s;
    QTest::newRow("parent") << u"parent"_s
                            << u"The column parent holds the tag's parent and cannot be set by "
                               "hand, because a wrong one could close a circle."_s;
}

void TestEditBesideKey::columnsThatAreNotSetByHand()
{
    QFETCH(const QString, column);
    QFETCH(const QString, message);
    auto mapping = test::createTerms(database());
    mapping.preset = u"wordpress"_s;
    const QStringList before = test::allRows(database());
    const auto setting = errorOf([&] { set(mapping, {u"News"_s, {{column, u"1"_s}}}); });
    COMPARE_KIND(setting, ErrorKind::Usage);
    QCOMPARE(setting->message, message);
    COMPARE_KIND(errorOf([&] {
                     add(mapping, {{u"New"_s}, {{column, u"1"_s}}});
                 }),
                 ErrorKind::Usage);
    QCOMPARE(test::allRows(database()), before);
}

void TestEditBesideKey::dryRunsChangeNothing()
{
    const auto mapping = test::createTerms(database());
    const QStringList before = test::allRows(database());
    QCOMPARE(add(mapping, {{u"Golf"_s, u"Chess"_s}, {}, true}).sql.size(), 4);
    QCOMPARE(set(mapping, {u"Tennis"_s, {{u"slug"_s, u"tns"_s}}, true}).sql.size(), 1);
    QCOMPARE(test::allRows(database()), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestEditBesideKey)
#include "TestEditBesideKey.moc"
