// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportFile.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Names that the database holds to be equal, in the file and beside stored ones. */
class TestImportTwins : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void accounts_data();
    void accounts();
    void aSecondImportChangesNothing_data() { accounts_data(); }
    void aSecondImportChangesNothing();
    void failNamesThePair_data();
    void failNamesThePair();
    void twinsUpdateOneAnotherInTheFilesOrder();
    void theTwinOfARejectedLineIsImported();
    void theTwinOfARejectedUpdateIsLookedAtAnew();
};

void TestImportTwins::accounts_data()
{
    QTest::addColumn<QString>("collation");
    QTest::addColumn<QStringList>("stored");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QStringList>("pairs");
    QTest::addColumn<QStringList>("tags");

    const QStringList none;
    const QStringList caseTwins{u"Python"_s, u"Go"_s, u"python"_s, u"PYTHON"_s, u"Rust"_s};
    const QStringList accentTwins{u"resume"_s, u"Café"_s, u"résumé"_s, u"CAFE"_s};
    const QStringList spaceTwins{u"a"_s, u"a "_s, u"a  "_s, u"b"_s, u" a"_s};
    const QStringList sharpTwins{u"strasse"_s, u"straße"_s};
    const auto row = [](const QString &title, const QString &collation, const QStringList &stored,
                        const QStringList &lines, const QString &counts, const QStringList &pairs,
                        const QStringList &tags) {
        QTest::newRow(qPrintable(collation + u", "_s + title))
            << collation << stored << lines << counts << pairs << tags;
    };

    row(u"all new"_s, test::bytewise(), none, {u"c"_s, u"a"_s, u"b"_s}, u"read 3, inserted 3"_s,
        none, {u"a"_s, u"b"_s, u"c"_s});
    row(u"the same thrice"_s, test::bytewise(), none, {u"a"_s, u"a"_s, u"b"_s, u"a"_s},
        u"read 4, inserted 2, unchanged 2"_s, {u"2 a = 1 a"_s, u"4 a = 1 a"_s}, {u"a"_s, u"b"_s});
    row(u"stored"_s, test::bytewise(), {u"a"_s, u"c"_s}, {u"a"_s, u"b"_s, u"c"_s},
        u"read 3, inserted 1, unchanged 2"_s, none, {u"a"_s, u"b"_s, u"c"_s});
    row(u"case"_s, test::bytewise(), {u"GO"_s}, caseTwins, u"read 5, inserted 5"_s, none,
        {u"GO"_s, u"Go"_s, u"PYTHON"_s, u"Python"_s, u"Rust"_s, u"python"_s});
    const QStringList casePairs{u"2 Go = GO"_s, u"3 python = 1 Python"_s, u"4 PYTHON = 1 Python"_s};
    const QString caseCounts = u"read 5, inserted 2, unchanged 3"_s;
    const QStringList caseTags{u"GO"_s, u"Python"_s, u"Rust"_s};
    row(u"case"_s, test::caseBlind(), {u"GO"_s}, caseTwins, caseCounts, casePairs, caseTags);

    if (!TestDatabase::isMariaDb()) {
        // SQLite's NOCASE knows the letters of ASCII and nothing else, and no padding.
        row(u"accents"_s, u"NOCASE"_s, {u"CAFÉ"_s}, accentTwins, u"read 4, inserted 4"_s, none,
            {u"CAFE"_s, u"CAFÉ"_s, u"Café"_s, u"resume"_s, u"résumé"_s});
        row(u"spaces"_s, u"NOCASE"_s, none, spaceTwins, u"read 5, inserted 5"_s, none,
            {u" a"_s, u"a"_s, u"a "_s, u"a  "_s, u"b"_s});
        row(u"spaces"_s, u"RTRIM"_s, none, spaceTwins, u"read 5, inserted 3, unchanged 2"_s,
            {u"2 a  = 1 a"_s, u"3 a   = 1 a"_s}, {u" a"_s, u"a"_s, u"b"_s});
        return;
    }
    for (const QString &collation : {u"utf8mb4_unicode_ci"_s, u"latin1_swedish_ci"_s})
        row(u"case"_s, collation, {u"GO"_s}, caseTwins, caseCounts, casePairs, caseTags);
    row(u"accents"_s, u"utf8mb4_bin"_s, {u"CAFÉ"_s}, accentTwins, u"read 4, inserted 4"_s, none,
        {u"CAFE"_s, u"CAFÉ"_s, u"Café"_s, u"resume"_s, u"résumé"_s});
    for (const QString &collation :
         {u"utf8mb4_general_ci"_s, u"utf8mb4_unicode_ci"_s, u"latin1_swedish_ci"_s}) {
        row(u"accents"_s, collation, {u"CAFÉ"_s}, accentTwins, u"read 4, inserted 1, unchanged 3"_s,
            {u"2 Café = CAFÉ"_s, u"4 CAFE = 2 CAFÉ"_s, u"3 résumé = 1 resume"_s},
            {u"CAFÉ"_s, u"resume"_s});
    }
    // All of these pad with spaces, the bytewise one too.
    for (const QString &collation : {u"utf8mb4_bin"_s, u"utf8mb4_general_ci"_s,
                                     u"utf8mb4_unicode_ci"_s, u"latin1_swedish_ci"_s}) {
        row(u"spaces"_s, collation, none, spaceTwins, u"read 5, inserted 3, unchanged 2"_s,
            {u"2 a  = 1 a"_s, u"3 a   = 1 a"_s}, {u" a"_s, u"a"_s, u"b"_s});
    }
    row(u"spaces"_s, u"utf8mb4_nopad_bin"_s, none, spaceTwins, u"read 5, inserted 5"_s, none,
        {u" a"_s, u"a"_s, u"a "_s, u"a  "_s, u"b"_s});
    row(u"ß"_s, u"utf8mb4_unicode_ci"_s, none, sharpTwins, u"read 2, inserted 1, unchanged 1"_s,
        {u"2 straße = 1 strasse"_s}, {u"strasse"_s});
    row(u"ß"_s, u"utf8mb4_general_ci"_s, none, sharpTwins, u"read 2, inserted 2"_s, none,
        {u"strasse"_s, u"straße"_s});
    // The older collations hold all characters beyond the basic plane to be equal.
    row(u"emoji"_s, u"utf8mb4_general_ci"_s, none, {u"\U0001F40D"_s, u"\U0001F600"_s},
        u"read 2, inserted 1, unchanged 1"_s, {u"2 \U0001F600 = 1 \U0001F40D"_s},
        {u"\U0001F40D"_s});
}

void TestImportTwins::accounts()
{
    QFETCH(const QString, collation);
    QFETCH(const QStringList, stored);
    QFETCH(const QStringList, lines);
    QFETCH(const QString, counts);
    QFETCH(const QStringList, pairs);
    QFETCH(const QStringList, tags);
    test::createTags(database(), collation);
    if (!stored.isEmpty())
        database().insertTags(stored);
    const ImportAccount account =
        test::import(database(), test::importOf(lines.join(u'\n'), FileFormat::Lines));
    QCOMPARE(test::countsOf(account), counts);
    QStringList found = test::pairsOf(account);
    QStringList expected = pairs;
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(found, expected);
    QCOMPARE(database().tags(), tags);
}

void TestImportTwins::aSecondImportChangesNothing()
{
    QFETCH(const QString, collation);
    QFETCH(const QStringList, lines);
    QFETCH(const QStringList, stored);
    test::createTags(database(), collation);
    if (!stored.isEmpty())
        database().insertTags(stored);
    for (const OnExisting onExisting : {OnExisting::Skip, OnExisting::Update}) {
        const auto request = test::importOf(lines.join(u'\n'), FileFormat::Lines, onExisting);
        test::import(database(), request);
        const QStringList before = database().tags();
        const QString count = QString::number(lines.size());
        QCOMPARE(test::countsOf(test::import(database(), request)),
                 u"read %1, unchanged %1"_s.arg(count));
        QCOMPARE(database().tags(), before);
    }
}

void TestImportTwins::failNamesThePair_data()
{
    QTest::addColumn<QStringList>("stored");
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("twin in the file") << QStringList() << u"Go\nPython\npython"_s
                                      << u"Line 3: “python” equals “Python” (line 2), so that "
                                         u"nothing was imported; choose to skip "
                                         "or update names that exist."_s;
    QTest::newRow("stored tag")
        << QStringList{u"PYTHON"_s} << u"Go\nPython"_s
        << u"Line 2: “Python” equals “PYTHON” (a stored tag), so that nothing was imported; choose "
           "to skip or update names that exist."_s;
}

void TestImportTwins::failNamesThePair()
{
    QFETCH(const QStringList, stored);
    QFETCH(const QString, lines);
    QFETCH(const QString, sentence);
    test::createTags(database(), test::caseBlind());
    if (!stored.isEmpty())
        database().insertTags(stored);
    const auto error = errorOf([&] {
        test::import(database(), test::importOf(lines, FileFormat::Lines, OnExisting::Fail));
    });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(error->message, sentence);
    QCOMPARE(database().tags(), stored);
}

void TestImportTwins::twinsUpdateOneAnotherInTheFilesOrder()
{
    test::createTags(database(), test::caseBlind(), u", note TEXT"_s);
    database().execute(u"INSERT INTO tags VALUES ('Go', 'old')"_s);
    const QString file = u"tag_id,note\n"
                         "Python,one\n"   // 2 inserted
                         "GO,new\n"       // 3 updated
                         "python,two\n"   // 4 updated
                         "go,new\n"       // 5 unchanged: that is what line 3 left
                         "PYTHON,two\n"   // 6 unchanged
                         "Go,newest\n"_s; // 7 updated
    const auto update =
        test::import(database(), test::importOf(file, FileFormat::Csv, OnExisting::Update));
    QCOMPARE(test::countsOf(update), u"read 6, inserted 1, updated 3, unchanged 2"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s),
             (QStringList{u"Go|newest"_s, u"Python|two"_s}));

    const auto skip = test::import(database(), test::importOf(file));
    QCOMPARE(test::countsOf(skip), u"read 6, unchanged 3, skipped 3"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s),
             (QStringList{u"Go|newest"_s, u"Python|two"_s}));
}

void TestImportTwins::theTwinOfARejectedLineIsImported()
{
    test::createTags(database(), test::caseBlind(), u", uses INTEGER CHECK (uses >= 0)"_s);
    const auto account = test::import(
        database(), test::importOf(u"tag_id,uses\nPython,-1\npython,-2\nPYTHON,3\npyTHON,3\n"_s));
    QCOMPARE(test::countsOf(account), u"read 4, inserted 1, unchanged 1, rejected 2"_s);
    QCOMPARE(test::pairsOf(account), QStringList{u"5 pyTHON = 4 PYTHON"_s});
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s), QStringList{u"PYTHON|3"_s});
}

void TestImportTwins::theTwinOfARejectedUpdateIsLookedAtAnew()
{
    test::createTags(database(), test::caseBlind(), u", uses INTEGER CHECK (uses >= 0)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Python', 1)"_s);
    const auto account = test::import(
        database(), test::importOf(u"tag_id,uses\nPython,-1\npython,-1\nPYTHON,1\nPython,2\n"_s,
                                   FileFormat::Csv, OnExisting::Update));
    QCOMPARE(test::countsOf(account), u"read 4, updated 1, unchanged 1, rejected 2"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s), QStringList{u"Python|2"_s});
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportTwins)
#include "TestImportTwins.moc"
