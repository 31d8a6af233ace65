// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RenameTag.h"

#include "support/DatabaseTestCase.h"
#include "vocabulary/MappedTables.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Tags whose key is a number beside the name, or whose name stands in another table. */
class TestRenameBesideKey : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void onlyTheNameAndWhatNamesItChanges();
    void newSpelling();
    void byKey();
    void offersToMergeIntoAnExistingName();
    void namesMayRepeatWhereOtherColumnsDiffer();
    void theNameHasToFitWhereItIsRepeated();
    void foreignKeysOntoTheNameFollow_data();
    void foreignKeysOntoTheNameFollow();
    void aNewSlug();
    void aSlugThatIsTaken_data();
    void aSlugThatIsTaken();
    void aSlugIsCutToItsColumn();
    void refusesASlugWhereThereIsNone();
    void inTheNameTable();
    void warnsWhereTheNameIsShared();
    void namesAsJson();
    void dryRunChangesNothing();
    void stopsWhereTheWorldHasMoved();
    void saysBeforeThatATableCannotRollBack();

private:
    Receipt rename(const VocabularyMapping &mapping, const RenameRequest &request);
    QStringList rows(const QString &table)
    {
        return test::rowTexts(database(), u"SELECT * FROM "_s + table);
    }
};

Receipt TestRenameBesideKey::rename(const VocabularyMapping &mapping, const RenameRequest &request)
{
    const auto then = request.dryRun ? test::Then::RollBack : test::Then::Commit;
    return test::writeMapped(database(), mapping, then,
                             [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
                                 return renameTag(connection, vocabulary, request);
                             });
}

void TestRenameBesideKey::onlyTheNameAndWhatNamesItChanges()
{
    const auto mapping = test::createLabels(database());
    const QStringList items = rows(u"label_items"_s);
    const Receipt receipt = rename(mapping, {u"python"_s, u"Snake"_s});
    QCOMPARE(receipt.tags, 1);
    QCOMPARE(receipt.references.size(), size_t(1)); // the other one holds keys
    QCOMPARE(receipt.references[0].table, u"rules"_s);
    QCOMPARE(receipt.references[0].moved, 2);
    QVERIFY(receipt.redirects.empty());
    QStringList indexed; // what shows the new name, whatever it names the tag by
    for (const ChangedObjects &changed : receipt.changedObjects)
        indexed << changed.table;
    QCOMPARE(indexed, (QStringList{u"label_items"_s, u"rules"_s}));
    QCOMPARE(receipt.warnings, QStringList());
    QCOMPARE(receipt.sql.size(), 2);
    QVERIFY2(receipt.sql.at(1).endsWith(u"-- 'Snake', 2"_s), qPrintable(receipt.sql.at(1)));
    QCOMPARE(rows(u"labels"_s),
             (QStringList{u"10|Perl|perl|NULL"_s, u"1|Go|go|NULL"_s, u"2|Snake|python|blue"_s}));
    QCOMPARE(rows(u"rules"_s), (QStringList{u"1|Snake|a"_s, u"2|Go|b"_s, u"3|Snake|NULL"_s}));
    QCOMPARE(rows(u"label_items"_s), items);
}

void TestRenameBesideKey::newSpelling()
{
    const auto mapping = test::createLabels(database());
    rename(mapping, {u"Python"_s, u"PYTHON"_s});
    QVERIFY(rows(u"labels"_s).contains(u"2|PYTHON|python|blue"_s));
    QCOMPARE(rows(u"rules"_s), (QStringList{u"1|PYTHON|a"_s, u"2|Go|b"_s, u"3|PYTHON|NULL"_s}));
}

void TestRenameBesideKey::byKey()
{
    const auto mapping = test::createLabels(database());
    RenameRequest request{u"10"_s, u"Raku"_s};
    request.address = TagAddress::Key;
    rename(mapping, request);
    QVERIFY(rows(u"labels"_s).contains(u"10|Raku|perl|NULL"_s));
}

void TestRenameBesideKey::offersToMergeIntoAnExistingName()
{
    const auto mapping = test::createLabels(database());
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { rename(mapping, {u"Python"_s, u"gO"_s}); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(error->message, u"“Go” exists already as another tag; merge “Python” into it, or "
                             "choose another name."_s);
    QCOMPARE(test::allRows(database()), before);
}

void TestRenameBesideKey::namesMayRepeatWhereOtherColumnsDiffer()
{
    test::createTable(database(),
                      u"nodes (%1, %2 NOT NULL, pid INTEGER)"_s.arg(
                          test::serial(u"id"_s), test::textColumn(u"name"_s, test::bytewise())));
    test::insertRows(database(), u"nodes"_s,
                     {u"1, 'Places', NULL"_s, u"2, 'Paris', 1"_s, u"3, 'Heroes', NULL"_s,
                      u"4, 'Hector', 3"_s, u"5, 'Helen', 3"_s});
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"nodes"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    mapping.nameCompanions = {u"pid"_s};
    rename(mapping, {u"Hector"_s, u"Paris"_s});
    COMPARE_KIND(errorOf([&] { rename(mapping, {u"Helen"_s, u"Paris"_s}); }), ErrorKind::Conflict);
    QCOMPARE(rows(u"nodes"_s), (QStringList{u"1|Places|NULL"_s, u"2|Paris|1"_s, u"3|Heroes|NULL"_s,
                                            u"4|Paris|3"_s, u"5|Helen|3"_s}));
}

void TestRenameBesideKey::theNameHasToFitWhereItIsRepeated()
{
    const auto mapping = test::createLabels(database());
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { rename(mapping, {u"Python"_s, QString(21, u'x')}); });
    COMPARE_KIND(error, ErrorKind::TooLong);
    QVERIFY2(error->message.contains(u"table rules"_s), qPrintable(error->message));
    QCOMPARE(test::allRows(database()), before);
    if (!isMariaDb())
        return;
    database().execute(u"ALTER TABLE rules MODIFY label VARCHAR(20) CHARACTER SET latin1"_s);
    const auto foreign = errorOf([&] { rename(mapping, {u"Python"_s, u"蛇"_s}); });
    COMPARE_KIND(foreign, ErrorKind::NotStorable);
    QVERIFY2(foreign->message.contains(u"table rules"_s), qPrintable(foreign->message));
    QCOMPARE(test::allRows(database()), before);
}

void TestRenameBesideKey::foreignKeysOntoTheNameFollow_data()
{
    QTest::addColumn<QString>("rule");
    QTest::newRow("nothing declared") << QString();
    QTest::newRow("cascade") << u" ON UPDATE CASCADE"_s;
    QTest::newRow("set null") << u" ON UPDATE SET NULL"_s;
    QTest::newRow("restrict") << u" ON UPDATE RESTRICT"_s;
}

void TestRenameBesideKey::foreignKeysOntoTheNameFollow()
{
    QFETCH(const QString, rule);
    auto mapping = test::createLabels(database());
    mapping.references.clear(); // the declared ones are found
    test::createTable(database(), u"named (id INTEGER NOT NULL PRIMARY KEY, %1, FOREIGN KEY (tag) "
                                  "REFERENCES labels (name)%2)"_s.arg(
                                      test::textColumn(u"tag"_s, test::caseBlind()), rule));
    test::insertRows(database(), u"named"_s, {u"1, 'Python'"_s, u"2, 'Go'"_s, u"3, NULL"_s});
    const Receipt receipt = rename(mapping, {u"Python"_s, u"Snake"_s});
    QCOMPARE(receipt.references.size(), size_t(1));
    QCOMPARE(receipt.references[0].moved, 1);
    QCOMPARE(rows(u"named"_s), (QStringList{u"1|Snake"_s, u"2|Go"_s, u"3|NULL"_s}));
}

void TestRenameBesideKey::aNewSlug()
{
    const auto mapping = test::createLabels(database());
    RenameRequest request{u"Python"_s, u"Schöne Schlange"_s};
    request.newSlug = true;
    const Receipt receipt = rename(mapping, request);
    QCOMPARE(receipt.redirects, (std::vector<Redirect>{{u"python"_s, u"schone-schlange"_s}}));
    QVERIFY(rows(u"labels"_s).contains(u"2|Schöne Schlange|schone-schlange|blue"_s));
    request = {u"Go"_s, u"GO"_s};
    request.newSlug = true;
    QVERIFY(rename(mapping, request).redirects.empty()); // its own slug is not taken
    QVERIFY(rows(u"labels"_s).contains(u"1|GO|go|NULL"_s));
}

void TestRenameBesideKey::aSlugThatIsTaken_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("django-taggit") << u"django-taggit"_s << u"c_1"_s << u"c_2"_s;
    QTest::newRow("others") << u"flarum"_s << u"c-2"_s << u"c-3"_s;
}

void TestRenameBesideKey::aSlugThatIsTaken()
{
    QFETCH(const QString, preset);
    auto mapping = test::createLabels(database());
    mapping.preset = preset;
    test::insertRows(database(), u"labels"_s, {u"20, 'C', 'c', NULL"_s});
    RenameRequest request{u"Python"_s, u"C++"_s};
    request.newSlug = true;
    QTEST(rename(mapping, request).redirects.at(0).to, "first");
    request.oldName = u"Perl"_s;
    request.newName = u"C#"_s;
    QTEST(rename(mapping, request).redirects.at(0).to, "second");
}

void TestRenameBesideKey::aSlugIsCutToItsColumn()
{
    const auto mapping = test::createLabels(database());
    test::insertRows(database(), u"labels"_s, {u"20, 'x', 'aaaaaaaaaaaaaaaaaaaa', NULL"_s});
    auto narrow = mapping;
    narrow.references.clear();
    RenameRequest request{u"Python"_s, QString(30, u'a')};
    request.newSlug = true;
    QCOMPARE(rename(narrow, request).redirects.at(0).to, QString(18, u'a') + u"-2"_s);
}

void TestRenameBesideKey::refusesASlugWhereThereIsNone()
{
    auto mapping = test::createLabels(database());
    mapping.slugColumn.clear();
    RenameRequest request{u"Python"_s, u"Snake"_s};
    request.newSlug = true;
    COMPARE_KIND(errorOf([&] { rename(mapping, request); }), ErrorKind::Usage);
}

void TestRenameBesideKey::inTheNameTable()
{
    const auto mapping = test::createTerms(database());
    const QStringList kinds = rows(u"kinds"_s);
    RenameRequest request{u"Tennis"_s, u"Golf"_s}; // a category's name is no tag's
    request.newSlug = true;
    const Receipt receipt = rename(mapping, request);
    QCOMPARE(receipt.warnings, QStringList());
    QCOMPARE(receipt.redirects, (std::vector<Redirect>{{u"tennis"_s, u"golf"_s}}));
    QCOMPARE(rows(u"terms"_s), (QStringList{u"1|News|news"_s, u"2|Sport|sport"_s, u"3|Golf|golf"_s,
                                            u"4|News|news-2"_s, u"5|Golf|golf"_s}));
    QCOMPARE(rows(u"kinds"_s), kinds);
    COMPARE_KIND(errorOf([&] { rename(mapping, {u"Sport"_s, u"news"_s}); }), ErrorKind::Conflict);
}

void TestRenameBesideKey::warnsWhereTheNameIsShared()
{
    const auto mapping = test::createTerms(database());
    const Receipt receipt = rename(mapping, {u"News"_s, u"Latest"_s});
    QCOMPARE(receipt.warnings, QStringList{u"“News” shares its row in terms with tags outside tag: "
                                           "these change with it."_s});
    QCOMPARE(rows(u"terms"_s),
             (QStringList{u"1|Latest|news"_s, u"2|Sport|sport"_s, u"3|Tennis|tennis"_s,
                          u"4|News|news-2"_s, u"5|Golf|golf"_s}));
}

void TestRenameBesideKey::namesAsJson()
{
    test::createTable(database(), u"tags (%1, name %2 NOT NULL, slug %2 NOT NULL)"_s.arg(
                                      test::serial(u"id"_s), isMariaDb() ? u"JSON"_s : u"TEXT"_s));
    test::insertRows(database(), u"tags"_s,
                     {u"1, '{\"en\": \"News\", \"de\": \"Neues\"}', '{\"en\": \"news\", \"de\": "
                      "\"neues\"}'"_s,
                      u"2, '{\"en\": \"Sport\"}', '{\"en\": \"sport\"}'"_s});
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"tags"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    mapping.nameLocale = u"en"_s;
    mapping.slugColumn = u"slug"_s;
    RenameRequest request{u"News"_s, u"Latest \"news\""_s};
    request.newSlug = true;
    const Receipt receipt = rename(mapping, request);
    QCOMPARE(receipt.redirects, (std::vector<Redirect>{{u"news"_s, u"latest-news"_s}}));
    const auto member = [this](const QString &column, const QString &locale) {
        const QString extract = isMariaDb() ? u"JSON_VALUE"_s : u"json_extract"_s;
        return database().column(
            u"SELECT %1(%2, '$.%3') FROM tags ORDER BY id"_s.arg(extract, column, locale));
    };
    QCOMPARE(member(u"name"_s, u"en"_s), (QStringList{u"Latest \"news\""_s, u"Sport"_s}));
    QCOMPARE(member(u"name"_s, u"de"_s).at(0), u"Neues"_s);
    QCOMPARE(member(u"slug"_s, u"en"_s), (QStringList{u"latest-news"_s, u"sport"_s}));
    QCOMPARE(member(u"slug"_s, u"de"_s).at(0), u"neues"_s);
    COMPARE_KIND(errorOf([&] {
                     rename(mapping, {u"Sport"_s, u"Latest \"news\""_s});
                 }),
                 ErrorKind::Conflict);
}

void TestRenameBesideKey::dryRunChangesNothing()
{
    const auto mapping = test::createLabels(database());
    const QStringList before = test::allRows(database());
    RenameRequest request{u"Python"_s, u"Snake"_s, true};
    request.newSlug = true;
    const Receipt receipt = rename(mapping, request);
    QVERIFY(receipt.dryRun);
    QCOMPARE(receipt.references.at(0).moved, 2);
    QCOMPARE(receipt.redirects.at(0).to, u"snake"_s);
    QCOMPARE(receipt.sql.size(), 3);
    QCOMPARE(test::allRows(database()), before);
}

void TestRenameBesideKey::stopsWhereTheWorldHasMoved()
{
    const auto mapping = test::createLabels(database());
    RenameRequest request{u"Python"_s, u"Snake"_s, true};
    request.shown = std::make_shared<Receipt>(rename(mapping, request));
    request.dryRun = false;
    test::insertRows(database(), u"rules"_s, {u"4, 'Python', NULL"_s});
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { rename(mapping, request); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.contains(u"rules.label: moved 2 → 3"_s), qPrintable(error->message));
    QCOMPARE(test::allRows(database()), before);
    database().execute(u"DELETE FROM rules WHERE id = 4"_s);
    rename(mapping, request);
    QVERIFY(rows(u"labels"_s).contains(u"2|Snake|python|blue"_s));
}

void TestRenameBesideKey::saysBeforeThatATableCannotRollBack()
{
    if (!isMariaDb())
        return;
    const auto mapping = test::createLabels(database());
    database().execute(u"ALTER TABLE rules ENGINE=MyISAM"_s);
    const QStringList before = test::allRows(database());
    const auto error = errorOf([&] { rename(mapping, {u"Python"_s, u"Snake"_s}); });
    COMPARE_KIND(error, ErrorKind::Refused);
    QCOMPARE(error->message, u"The table rules is of an engine that cannot roll back, so that a "
                             "change could be left half done; convert it to InnoDB first."_s);
    QCOMPARE(test::allRows(database()), before);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRenameBesideKey)
#include "TestRenameBesideKey.moc"
