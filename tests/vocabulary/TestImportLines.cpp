// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportLines.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What an import tells of each name of its file. */
class TestImportLines : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void everyVerdict_data();
    void everyVerdict();
    void withoutListenerThereAreNoLines();
    void theColumnOfAWrongValueIsNamed();
    void brokenRecordsHaveWhatTheyHave();
    void aNameThatTheColumnCannotStore();
    void twinsNameTheEarlierLine_data();
    void twinsNameTheEarlierLine();
    void theValuesBeforeAreThoseOfTheMoment();
    void aRefusedUpdateKeepsTheNameOfTheFile();
    void namesOfOneCell();
    void constantsAreValuesToo();
    void nameRulesAreApplied();
    void manyLinesStayInOrder_data();
    void manyLinesStayInOrder();
    void manyRejectedBehindOneGood();
    void theReportSaysTheSame_data();
    void theReportSaysTheSame();
    void theReportIsWholeOrNotThere();
    void theReportReplacesNoOtherFile();

private:
    void createTable();
    /** Imports as a trial and in earnest, and returns the lines if they are the same. */
    QStringList linesOfBoth(ImportRequest request, const QString &counts);

    QTemporaryDir m_folder;
};

void TestImportLines::createTable()
{
    test::createTags(database(), test::caseBlind(), u", note TEXT, uses INTEGER"_s);
}

QStringList TestImportLines::linesOfBoth(ImportRequest request, const QString &counts)
{
    request.keepLines = true;
    request.dryRun = true;
    const QStringList before = test::rowTexts(database(), u"SELECT * FROM tags"_s);
    const auto trial = test::import(database(), request);
    if (test::rowTexts(database(), u"SELECT * FROM tags"_s) != before)
        return {u"The trial has changed the table."_s};
    request.dryRun = false;
    const auto account = test::import(database(), request);
    for (const auto &one : {trial, account}) {
        if (test::countsOf(one) != counts || test::countsOfLines(one) != counts)
            return {test::countsOf(one), test::countsOfLines(one)};
    }
    if (test::linesOf(trial) != test::linesOf(account))
        return QStringList{u"The trial differs:"_s} + test::linesOf(trial);
    return test::linesOf(account);
}

void TestImportLines::everyVerdict_data()
{
    QTest::addColumn<int>("onExisting");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QString>("third");
    QTest::newRow("update") << static_cast<int>(OnExisting::Update)
                            << u"read 5, inserted 1, updated 2, unchanged 1, rejected 1"_s
                            << u"changed"_s;
    QTest::newRow("skip") << static_cast<int>(OnExisting::Skip)
                          << u"read 5, inserted 1, unchanged 1, skipped 2, rejected 1"_s
                          << u"skipped"_s;
}

void TestImportLines::everyVerdict()
{
    QFETCH(const int, onExisting);
    QFETCH(const QString, counts);
    QFETCH(const QString, third);
    createTable();
    database().execute(u"INSERT INTO tags VALUES ('Go', 'same', 1), ('Python', NULL, 10), "
                       "('Qt', '', 2)"_s);
    const auto request = test::importOf(u"tag_id,note,uses\nRust,new,\nGo,same,01\npython,snake,7\n"
                                        "Java,x,many\nQt,,2\n"_s,
                                        FileFormat::Csv, static_cast<OnExisting>(onExisting));
    const QString many = u"“many” is not a whole number, which uses needs; correct it."_s;
    QCOMPARE(linesOfBoth(request, counts),
             (QStringList{u"2 new Rust (new,NULL)"_s, u"3 unchanged Go (same<same,01<1)"_s,
                          u"4 %1 python (snake<NULL,7<10) = Python"_s.arg(third),
                          u"5 rejected Java (x,many) [uses: %1]"_s.arg(many),
                          u"6 %1 Qt (NULL<,2<2)"_s.arg(third)}));
}

void TestImportLines::withoutListenerThereAreNoLines()
{
    createTable();
    QVERIFY(!test::import(database(), test::importOf(u"tag_id\na\n"_s)).lines);
}

void TestImportLines::theColumnOfAWrongValueIsNamed()
{
    test::createTags(database(), test::bytewise(), u", note VARCHAR(3), uses INTEGER NOT NULL"_s);
    const auto lines =
        linesOfBoth(test::importOf(u"tag_id,note,uses\n,x,1\na,abcd,1\nb,x,\nc,abcd,many\n"_s),
                    u"read 4, rejected 4"_s);
    QCOMPARE(lines, (QStringList{
                        u"2 rejected  (x,1) [tag_id: The name is empty; give the tag a name.]"_s,
                        u"3 rejected a (abcd,1) [note: “abcd” has 4 characters, but note holds 3; "
                        "shorten it.]"_s,
                        u"4 rejected b (x,NULL) [uses: uses needs a value; give one.]"_s,
                        u"5 rejected c (abcd,many) [note: “abcd” has 4 characters, but note holds "
                        "3; shorten it.]"_s}));
}

void TestImportLines::brokenRecordsHaveWhatTheyHave()
{
    createTable();
    const auto lines =
        linesOfBoth(test::importOf(u"tag_id,note,uses\na,x\nb,x,1,2\n"_s), u"read 2, rejected 2"_s);
    QCOMPARE(lines, (QStringList{u"2 rejected a (x,NULL) [: 2 fields instead of 3]"_s,
                                 u"3 rejected b (x,1) [: 4 fields instead of 3]"_s}));
}

void TestImportLines::aNameThatTheColumnCannotStore()
{
    if (!isMariaDb())
        return; // SQLite stores every character
    test::createTags(database(), u"latin1_swedish_ci"_s);
    QCOMPARE(linesOfBoth(test::importOf(u"Café\n日\ncafe\n"_s, FileFormat::Lines),
                         u"read 3, inserted 1, unchanged 1, rejected 1"_s),
             (QStringList{u"1 new Café"_s,
                          u"2 rejected 日 [tag_id: The name has characters that the column tag_id "
                          "(latin1) cannot store.]"_s,
                          u"3 unchanged cafe = 1 Café"_s}));
}

void TestImportLines::twinsNameTheEarlierLine_data()
{
    QTest::addColumn<int>("onExisting");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("update") << static_cast<int>(OnExisting::Update)
                            << u"read 4, inserted 1, updated 2, unchanged 1"_s
                            << QStringList{u"2 new Go (1)"_s, u"3 changed go (2<1) = 2 Go"_s,
                                           u"4 unchanged GO (2<2) = 2 Go"_s,
                                           u"5 changed Go (3<2) = 2 Go"_s};
    QTest::newRow("skip") << static_cast<int>(OnExisting::Skip)
                          << u"read 4, inserted 1, skipped 3"_s
                          << QStringList{u"2 new Go (1)"_s, u"3 skipped go (2<1) = 2 Go"_s,
                                         u"4 skipped GO (2<1) = 2 Go"_s,
                                         u"5 skipped Go (3<1) = 2 Go"_s};
}

void TestImportLines::twinsNameTheEarlierLine()
{
    QFETCH(const int, onExisting);
    QFETCH(const QString, counts);
    createTable();
    const auto request = test::importOf(u"tag_id,uses\nGo,1\ngo,2\nGO,2\nGo,3\n"_s, FileFormat::Csv,
                                        static_cast<OnExisting>(onExisting));
    QTEST(linesOfBoth(request, counts), "lines");
}

void TestImportLines::theValuesBeforeAreThoseOfTheMoment()
{
    createTable();
    database().execute(u"INSERT INTO tags VALUES ('Go', NULL, 1)"_s);
    QCOMPARE(linesOfBoth(test::importOf(u"tag_id,uses\nGo,2\ngo,3\nGo,3\n"_s, FileFormat::Csv,
                                        OnExisting::Update),
                         u"read 3, updated 2, unchanged 1"_s),
             (QStringList{u"2 changed Go (2<1)"_s, u"3 changed go (3<2) = 2 Go"_s,
                          u"4 unchanged Go (3<3) = 2 Go"_s}));
}

void TestImportLines::aRefusedUpdateKeepsTheNameOfTheFile()
{
    test::createTags(database(), test::caseBlind(), u", uses INTEGER CHECK (uses >= 0)"_s);
    database().execute(u"INSERT INTO tags VALUES ('Go', 1)"_s);
    auto request = test::importOf(u"tag_id,uses\ngo,-1\nnew,-1\nGo,2\n"_s, FileFormat::Csv,
                                  OnExisting::Update);
    const auto lines = linesOfBoth(request, u"read 3, updated 1, rejected 2"_s);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith(u"2 rejected go (-1<1) = Go ["_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith(u"3 rejected new (-1) ["_s), qPrintable(lines[1]));
    QCOMPARE(lines[2], u"4 changed Go (2<1) = 2 Go"_s);
}

void TestImportLines::namesOfOneCell()
{
    createTable();
    database().execute(u"INSERT INTO tags VALUES ('b', NULL, 1)"_s);
    auto request = test::importOf(u"tag_id,uses\n\"c, B, a\",1\n\" \",2\n\"a,d\",1\n\"e,f\"\n"_s);
    request.listSeparator = u","_s;
    QCOMPARE(linesOfBoth(request, u"read 7, inserted 3, unchanged 2, rejected 2"_s),
             (QStringList{u"2 new c (1)"_s, u"2 unchanged B (1<1) = b"_s, u"2 new a (1)"_s,
                          u"3 rejected   (2) [tag_id: The name is empty; give the tag a name.]"_s,
                          u"4 unchanged a (1<1) = 2 a"_s, u"4 new d (1)"_s,
                          u"5 rejected e,f (NULL) [: 1 field instead of 2]"_s}));
}

void TestImportLines::constantsAreValuesToo()
{
    createTable();
    auto request = test::importOf(u"tag_id,uses\na,1\n"_s);
    request.constants = {{u"note"_s, u"imported"_s}};
    request.keepLines = true;
    const auto account = test::import(database(), request);
    QCOMPARE(account.lines->columns(), (QStringList{u"uses"_s, u"note"_s}));
    QCOMPARE(test::linesOf(account), QStringList{u"2 new a (1,imported)"_s});
}

void TestImportLines::nameRulesAreApplied()
{
    createTable();
    auto request = test::importOf(u" Big  Data \n"_s, FileFormat::Lines);
    request.nameRules.trim = true;
    request.nameRules.letterCase = LetterCase::Lower;
    QCOMPARE(linesOfBoth(request, u"read 1, inserted 1"_s), QStringList{u"1 new big  data"_s});
}

void TestImportLines::manyLinesStayInOrder_data()
{
    QTest::addColumn<bool>("withStored");
    QTest::newRow("new") << false;
    QTest::newRow("mixed") << true;
}

void TestImportLines::manyLinesStayInOrder()
{
    QFETCH(const bool, withStored);
    createTable();
    QString file = u"tag_id,uses\n"_s;
    QString stored = u"INSERT INTO tags VALUES ('none', NULL, NULL)"_s;
    QString counts = u"read 6000, inserted 6000"_s;
    for (int i = 0; i < 6'000; ++i) {
        const bool isBad = withStored && i % 4 == 1;
        file += u"t%1,%2\n"_s.arg(QString::number(i), isBad ? u"x"_s : QString::number(i));
        if (i % 4 == 2)
            stored += u", ('T%1', NULL, %2)"_s.arg(i).arg(i % 8 == 2 ? 0 : i);
    }
    if (withStored) {
        database().execute(stored);
        counts = u"read 6000, inserted 3000, updated 750, unchanged 750, rejected 1500"_s;
    }
    auto request = test::importOf(file, FileFormat::Csv, OnExisting::Update);
    const auto lines = linesOfBoth(request, counts);
    QCOMPARE(lines.size(), 6'000);
    for (int i = 0; i < 6'000; ++i) {
        const bool isExpected = lines[i].startsWith(QString::number(i + 2) + u' ') &&
                                lines[i].contains(u" t%1 ("_s.arg(i));
        QVERIFY2(isExpected, qPrintable(lines[i]));
    }
}

void TestImportLines::manyRejectedBehindOneGood()
{
    createTable();
    QString file = u"tag_id,uses\nfirst,1\n"_s;
    for (int i = 0; i < 20'000; ++i)
        file += u"bad %1,x\n"_s.arg(i);
    file += u"last,1\n"_s;
    const auto lines =
        linesOfBoth(test::importOf(file), u"read 20002, inserted 2, rejected 20000"_s);
    QCOMPARE(lines.size(), 20'002);
    QCOMPARE(lines.constFirst(), u"2 new first (1)"_s);
    QVERIFY(lines[10'000].startsWith(u"10002 rejected bad 9999 (x) [uses: "_s));
    QCOMPARE(lines.constLast(), u"20003 new last (1)"_s);
}

void TestImportLines::theReportSaysTheSame_data()
{
    QTest::addColumn<bool>("dryRun");
    QTest::newRow("trial") << true;
    QTest::newRow("in earnest") << false;
}

void TestImportLines::theReportSaysTheSame()
{
    QFETCH(const bool, dryRun);
    createTable();
    database().execute(u"INSERT INTO tags VALUES ('Python', '', 10), ('Qt', NULL, 2)"_s);
    auto request = test::importOf(u"tag_id,note,uses\nRust,\"a, b\",\npython,,7\nPYTHON,,7\n"
                                  "Java,\"\",many\nQt,,2\n"_s,
                                  FileFormat::Csv, OnExisting::Update);
    request.reportPath = m_folder.filePath(u"report.csv"_s);
    request.leftOut = {6};
    request.dryRun = dryRun;
    const auto account = test::import(database(), request);
    QVERIFY(!account.lines);
    QCOMPARE(test::textOf(request.reportPath),
             u"line,verdict,name,note,note (stored),uses,uses (stored),equal name,equal line,"
             "column,reason\n"
             "2,new,Rust,\"a, b\",,,,,,,\n"
             "3,changed,python,,\"\",7,10,Python,,,\n"
             "4,unchanged,PYTHON,,,7,7,Python,3,,\n"
             "5,rejected,Java,\"\",,many,,,,uses,\"“many” is not a whole number, which uses needs; "
             "correct it.\"\n"
             "6,skipped,Qt,,,2,,,,,Left out.\n"_s);
}

void TestImportLines::theReportIsWholeOrNotThere()
{
    createTable();
    auto request = test::importOf(u"tag_id,uses\na,1\nA,2\n"_s, FileFormat::Csv, OnExisting::Fail);
    request.reportPath = m_folder.filePath(u"failed.csv"_s);
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Conflict);
    QVERIFY(!QFileInfo::exists(request.reportPath));
    request.reportPath = m_folder.filePath(u"no/such/folder.csv"_s);
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::File);
    QVERIFY2(error->message.startsWith(u"The report "_s), qPrintable(error->message));
    QCOMPARE(database().tags(), QStringList());
}

void TestImportLines::theReportReplacesNoOtherFile()
{
    createTable();
    const QString path = m_folder.filePath(u"tags.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("tag_id\na\n") > 0);
    file.close();
    ImportRequest request;
    request.source.path = path;
    request.reportPath =
        m_folder.path() + u"/../"_s + QFileInfo(m_folder.path()).fileName() + u"/tags.csv"_s;
    const auto replaced = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(replaced, ErrorKind::Usage);
    QVERIFY2(replaced->message.contains(path), qPrintable(replaced->message));
    request.rejectsPath = m_folder.filePath(u"out.csv"_s);
    request.reportPath = m_folder.path() + u"/./out.csv"_s;
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Usage);
    QCOMPARE(test::textOf(path), u"tag_id\na\n"_s);
    request.reportPath = m_folder.filePath(u"report.csv"_s);
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 1, inserted 1"_s);
    QVERIFY(QFileInfo::exists(request.rejectsPath) && QFileInfo::exists(request.reportPath));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportLines)
#include "TestImportLines.moc"
