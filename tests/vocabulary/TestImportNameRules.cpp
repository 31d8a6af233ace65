// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"
#include "vocabulary/JournaledOperation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What the rules for names do to an import. */
class TestImportNameRules : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void withoutRulesNamesStayAsTheyAre();
    void eachRuleIsApplied_data();
    void eachRuleIsApplied();
    void namesThatARuleMakesEqualAreOneTag();
    void aRuledNameMeetsTheStoredOne_data();
    void aRuledNameMeetsTheStoredOne();
    void failNamesTheRuledName();
    void whatARuleLeavesIsChecked();
    void rejectedNamesCount();
    void aDryRunCountsTheSame();
    void anImportIsUndoneAsAWhole();
};

namespace
{

ImportRequest linesOf(const QStringList &lines, const NameRules &rules)
{
    ImportRequest request = test::importOf(lines.join(u'\n'), FileFormat::Lines);
    request.nameRules = rules;
    return request;
}

NameRules lowerWithHyphens()
{
    return {true, true, true, true, LetterCase::Lower, WordSeparator::Hyphen};
}

} // namespace

void TestImportNameRules::withoutRulesNamesStayAsTheyAre()
{
    test::createTags(database(), test::bytewise());
    const QStringList names{u"\u200BA"_s, u"a  b"_s, u"a-b"_s, u"e\u0301"_s};
    const auto account = test::import(database(), linesOf(names, {}));
    QCOMPARE(account.inserted, 4);
    QCOMPARE(account.ruleCounts, NameRuleCounts());
    QStringList stored = database().tags();
    QStringList expected = names;
    std::sort(stored.begin(), stored.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(stored, expected);
}

void TestImportNameRules::eachRuleIsApplied_data()
{
    QTest::addColumn<NameRules>("rules");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("stored");
    NameRules rules;
    rules.trim = true;
    QTest::newRow("ends") << rules << u"\u00A0Go\u3000"_s << u"Go"_s;
    rules = {};
    rules.collapseBlanks = true;
    QTest::newRow("blanks") << rules << u"a\u00A0 b"_s << u"a b"_s;
    rules = {};
    rules.compose = true;
    QTest::newRow("NFC") << rules << u"Cafe\u0301"_s << u"Caf\u00E9"_s;
    rules = {};
    rules.removeInvisible = true;
    QTest::newRow("invisible") << rules << u"Py\u00ADthon\u200B"_s << u"Python"_s;
    QTest::newRow("joiners stay") << rules << u"می\u200Cخواهم"_s << u"می\u200Cخواهم"_s;
    rules = {};
    rules.letterCase = LetterCase::Upper;
    QTest::newRow("capitals") << rules << u"Straße"_s << u"STRASSE"_s;
    rules = {};
    rules.separator = WordSeparator::Underscore;
    QTest::newRow("separator") << rules << u"a - b c"_s << u"a_b_c"_s;
}

void TestImportNameRules::eachRuleIsApplied()
{
    QFETCH(const NameRules, rules);
    QFETCH(const QString, name);
    test::createTags(database(), test::bytewise());
    const auto account = test::import(database(), linesOf({name, u"x"_s}, rules));
    QCOMPARE(test::countsOf(account), u"read 2, inserted 2"_s);
    QFETCH(const QString, stored);
    QVERIFY2(database().tags().contains(stored), qPrintable(database().tags().join(u'|')));
}

void TestImportNameRules::namesThatARuleMakesEqualAreOneTag()
{
    test::createTags(database(), test::bytewise());
    const auto account = test::import(
        database(),
        linesOf({u"Machine Learning"_s, u"Go"_s, u"machine_learning"_s, u"machine-learning"_s},
                lowerWithHyphens()));
    QCOMPARE(test::countsOf(account), u"read 4, inserted 2, unchanged 2"_s);
    QCOMPARE(test::pairsOf(account), (QStringList{u"3 machine-learning = 1 machine-learning"_s,
                                                  u"4 machine-learning = 1 machine-learning"_s}));
    QCOMPARE(account.ruleCounts.recased, 2);
    QCOMPARE(account.ruleCounts.separated, 2);
    QCOMPARE(database().tags(), (QStringList{u"go"_s, u"machine-learning"_s}));
}

void TestImportNameRules::aRuledNameMeetsTheStoredOne_data()
{
    QTest::addColumn<int>("onExisting");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("skip") << static_cast<int>(OnExisting::Skip)
                          << u"read 3, inserted 1, unchanged 1, skipped 1"_s
                          << QStringList{u"go|old"_s, u"rust|new"_s};
    QTest::newRow("update") << static_cast<int>(OnExisting::Update)
                            << u"read 3, inserted 1, updated 1, unchanged 1"_s
                            << QStringList{u"go|new"_s, u"rust|new"_s};
}

void TestImportNameRules::aRuledNameMeetsTheStoredOne()
{
    QFETCH(const int, onExisting);
    QFETCH(const QString, counts);
    test::createTags(database(), test::bytewise(), u", note TEXT"_s);
    database().execute(u"INSERT INTO tags VALUES ('go', 'old')"_s);
    auto request = test::importOf(u"tag_id,note\n GO ,new\nRust,new\nRUST,new\n"_s, FileFormat::Csv,
                                  static_cast<OnExisting>(onExisting));
    request.nameRules = lowerWithHyphens();
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), counts);
    QCOMPARE(test::pairsOf(account), QStringList{u"4 rust = 3 rust"_s});
    QCOMPARE(account.ruleCounts.trimmed, 1);
    QCOMPARE(account.ruleCounts.recased, 3);
    QTEST(test::rowTexts(database(), u"SELECT * FROM tags"_s), "rows");
}

void TestImportNameRules::failNamesTheRuledName()
{
    test::createTags(database(), test::bytewise());
    database().insertTags({u"go"_s});
    auto request = linesOf({u"Rust"_s, u" GO"_s}, lowerWithHyphens());
    request.onExisting = OnExisting::Fail;
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QVERIFY2(error->message.startsWith(u"Line 2: “go” equals “go” (a stored tag)"_s),
             qPrintable(error->message));
    QCOMPARE(database().tags(), QStringList{u"go"_s});
}

void TestImportNameRules::whatARuleLeavesIsChecked()
{
    test::createTable(database(), u"tags (tag_id VARCHAR(5) NOT NULL PRIMARY KEY)"_s);
    NameRules rules;
    rules.trim = true;
    rules.removeInvisible = true;
    rules.letterCase = LetterCase::Upper;
    const auto account = test::import(
        database(),
        linesOf({u"  short   "_s, u"\u200B\u2060"_s, u"toolong"_s, u"weiße"_s, u"ok"_s}, rules));
    QCOMPARE(test::countsOf(account), u"read 5, inserted 2, rejected 3"_s);
    QCOMPARE(test::rejectionsOf(account),
             (QStringList{u"2: The name is empty; give the tag a name."_s,
                          u"3: “TOOLONG” has 7 characters, but tag_id holds 5; shorten it."_s,
                          u"4: “WEISSE” has 6 characters, but tag_id holds 5; shorten it."_s}));
    QCOMPARE(database().tags(), (QStringList{u"OK"_s, u"SHORT"_s}));
}

void TestImportNameRules::rejectedNamesCount()
{
    test::createTags(database(), test::bytewise(), u", uses INTEGER"_s);
    auto request = test::importOf(u"tag_id,uses\nGO,1\nRUST,many\nC\n"_s);
    request.nameRules = lowerWithHyphens();
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 3, inserted 1, rejected 2"_s);
    QCOMPARE(account.rejections[0].name, u"rust"_s);
    QCOMPARE(account.rejections[1].name, u"C"_s); // a broken record's name is not read
    QCOMPARE(account.ruleCounts.recased, 2);
}

void TestImportNameRules::aDryRunCountsTheSame()
{
    test::createTags(database(), test::bytewise());
    auto request = linesOf({u"A  B"_s, u"a b"_s, u" c"_s}, lowerWithHyphens());
    request.dryRun = true;
    const auto trial = test::import(database(), request);
    QCOMPARE(database().tags(), QStringList());
    request.dryRun = false;
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 3, inserted 2, unchanged 1"_s);
    QCOMPARE(test::countsOf(trial), test::countsOf(account));
    QCOMPARE(trial.ruleCounts, account.ruleCounts);
}

void TestImportNameRules::anImportIsUndoneAsAWhole()
{
    test::createTags(database(), test::bytewise(), u", note TEXT"_s);
    database().execute(u"INSERT INTO tags VALUES ('go', 'old')"_s);
    auto request = test::importOf(u"tag_id,note\nGO; Rust,new\nRUST;C ,new\n"_s, FileFormat::Csv,
                                  OnExisting::Update);
    request.nameRules = lowerWithHyphens();
    request.listSeparator = u";"_s;
    const auto account = test::doneUndoneRedone(
        database(), test::vocabularyCalled({}), u"import"_s,
        [&](ScopedConnection &connection, const Vocabulary &vocabulary) {
            return importTags(connection, vocabulary, request, [](const Progress &) {});
        });
    QCOMPARE(test::countsOf(account), u"read 4, inserted 2, updated 1, unchanged 1"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s),
             (QStringList{u"c|new"_s, u"go|new"_s, u"rust|new"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportNameRules)
#include "TestImportNameRules.moc"
