// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "vocabulary/ImportLines.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** One name of a cell with several, corrected in the preview while its neighbours stay. */
class TestImportNameCorrections : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void correctsOneOfSeveral_data();
    void correctsOneOfSeveral();
    void theRulesDoNotMoveNames();
    void correctsSeveralOfACell();
    void correctsWhatWasWrittenIntoACell();
    void whatIsNoNameIsRejectedInItsPlace_data();
    void whatIsNoNameIsRejectedInItsPlace();
    void theRejectsHaveTheCorrectedName_data();
    void theRejectsHaveTheCorrectedName();
    void theImportDoesWhatWasShown();
    void whatDoesNotFitTheFileIsRefused_data();
    void whatDoesNotFitTheFileIsRefused();

private:
    static ImportRequest listOf(const QString &file, FileFormat format = FileFormat::Csv)
    {
        ImportRequest request = test::importOf(file, format);
        request.listSeparator = u","_s;
        request.keepLines = true;
        return request;
    }
};

void TestImportNameCorrections::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::bytewise(), u", uses INTEGER"_s);
}

void TestImportNameCorrections::correctsOneOfSeveral_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("column");
    const auto row = [](const char *title, FileFormat format, const QString &file,
                        const QString &column = u"tag_id"_s) {
        QTest::newRow(title) << static_cast<int>(format) << file << column;
    };
    row("CSV", FileFormat::Csv, u"tag_id,uses\n\"red, blu ,,green\",\nblu,\n"_s);
    row("JSON", FileFormat::Json, u"[\n{\"tag_id\":\"red,blu,green\"},\n{\"tag_id\":\"blu\"}]"_s);
    row("JSON Lines", FileFormat::JsonLines,
        u"\n{\"tag_id\":\"red,blu,green\"}\n{\"tag_id\":\"blu\"}\n"_s);
    row("plain lines", FileFormat::Lines, u"\nred,blu,green\nblu\n"_s, u"name"_s);
}

void TestImportNameCorrections::correctsOneOfSeveral()
{
    QFETCH(const int, format);
    QFETCH(const QString, file);
    QFETCH(const QString, column);
    auto request = listOf(file, static_cast<FileFormat>(format));
    request.corrections = {{2, column, u" blue "_s, 1}};
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 4, inserted 4"_s);
    QCOMPARE(database().tags(), (QStringList{u"blu"_s, u"blue"_s, u"green"_s, u"red"_s}));
    QList<int> positions;
    for (qint64 i = 0; i < account.lines->count(); ++i)
        positions << account.lines->at(i).position;
    QCOMPARE(positions, (QList<int>{0, 1, 2, 0}));
    QCOMPARE(account.lines->at(1).name, u"blue"_s);
}

/** After the rules a name may hold what stands between names, or be no name at all. */
void TestImportNameCorrections::theRulesDoNotMoveNames()
{
    auto request = listOf(u"tag_id\n\"Red Wine-\u200b-b-WINE\"\n"_s);
    request.listSeparator = u"-"_s;
    request.nameRules.removeInvisible = true;
    request.nameRules.letterCase = LetterCase::Lower;
    request.nameRules.separator = WordSeparator::Hyphen;
    request.corrections = {{2, u"tag_id"_s, u"Dry White"_s, 2}};
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 4, inserted 3, rejected 1"_s);
    QCOMPARE(database().tags(), (QStringList{u"dry-white"_s, u"red-wine"_s, u"wine"_s}));
}

void TestImportNameCorrections::correctsSeveralOfACell()
{
    auto request = listOf(u"tag_id,uses\n\"a,b,c\",many\n\"d,e\",2\n"_s);
    request.corrections = {{3, u"tag_id"_s, u"E"_s, 1}, {2, u"tag_id"_s, u"x"_s, 2},
                           {2, u"uses"_s, u"1"_s},      {2, u"tag_id"_s, u"A"_s, 0},
                           {2, u"tag_id"_s, u"C"_s, 2}, {3, u"tag_id"_s, u"D"_s, 0}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 5, inserted 5"_s);
    QCOMPARE(test::rowTexts(database(), u"SELECT * FROM tags"_s),
             (QStringList{u"A|1"_s, u"C|1"_s, u"D|2"_s, u"E|2"_s, u"b|1"_s}));
}

void TestImportNameCorrections::correctsWhatWasWrittenIntoACell()
{
    auto request = listOf(u"tag_id\na;b\n"_s);
    request.corrections = {{2, u"tag_id"_s, u"B"_s, 1}, {2, u"tag_id"_s, u"a,b"_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, inserted 2"_s);
    QCOMPARE(database().tags(), (QStringList{u"B"_s, u"a"_s}));
}

void TestImportNameCorrections::whatIsNoNameIsRejectedInItsPlace_data()
{
    QTest::addColumn<Cell>("value");
    QTest::addColumn<QString>("reason");
    const QString empty = u"The name is empty; give the tag a name."_s;
    QTest::newRow("empty") << Cell(u""_s) << empty;
    QTest::newRow("blank") << Cell(u"  "_s) << empty;
    QTest::newRow("NULL") << Cell() << empty;
    QTest::newRow("several") << Cell(u"dark, red"_s)
                             << u"“dark, red” holds “,”, which stands between names here; correct "
                                "it to one name."_s;
}

void TestImportNameCorrections::whatIsNoNameIsRejectedInItsPlace()
{
    QFETCH(const Cell, value);
    QFETCH(const QString, reason);
    auto request = listOf(u"tag_id\n\"a,red,c\"\n"_s);
    // The last one still stands where it stood.
    request.corrections = {{2, u"tag_id"_s, value, 1}, {2, u"tag_id"_s, u"C"_s, 2}};
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 3, inserted 2, rejected 1"_s);
    QCOMPARE(account.rejections[0].reason, reason);
    QCOMPARE(account.lines->at(1).verdict, LineVerdict::Rejected);
    QCOMPARE(account.lines->at(1).column, u"tag_id"_s);
    QCOMPARE(database().tags(), (QStringList{u"C"_s, u"a"_s}));
}

void TestImportNameCorrections::theRejectsHaveTheCorrectedName_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("CSV") << static_cast<int>(FileFormat::Csv) << u"tag_id,uses\n\"a,b,c\",1\n"_s
                         << u","_s + QString(200, u'n') + u",1\n"_s;
    // An object stays whole, but not with a name that was corrected.
    QTest::newRow("JSON Lines") << static_cast<int>(FileFormat::JsonLines)
                                << u"\n{\"uses\":1,\"tag_id\":\"a,b,c\"}\n"_s
                                << u"\"tag_id\":\"a,%1,C\",\"uses\":\"1\"}\n"_s.arg(
                                       QString(200, u'n'));
}

void TestImportNameCorrections::theRejectsHaveTheCorrectedName()
{
    QFETCH(const int, format);
    QFETCH(const QString, file);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    auto request = listOf(file, static_cast<FileFormat>(format));
    request.rejectsPath = folder.filePath(u"rejects"_s);
    request.reportPath = folder.filePath(u"report"_s);
    request.corrections = {{2, u"tag_id"_s, u"C"_s, 2}, {2, u"tag_id"_s, QString(200, u'n'), 1}};
    QCOMPARE(test::countsOf(test::import(database(), request)),
             u"read 3, inserted 2, rejected 1"_s);
    const QString rejects = test::textOf(request.rejectsPath);
    QVERIFY2(rejects.endsWith(expected), qPrintable(rejects));
    const QString report = test::textOf(request.reportPath);
    QVERIFY2(report.contains(u"2,rejected,nnn"_s) && report.contains(u"2,new,C,"_s),
             qPrintable(report));
}

void TestImportNameCorrections::theImportDoesWhatWasShown()
{
    auto request = listOf(u"tag_id\n\"a,b\"\n"_s);
    request.corrections = {{2, u"tag_id"_s, u"B"_s, 1}};
    request.dryRun = true;
    const auto shown = std::make_shared<const ImportAccount>(test::import(database(), request));
    QCOMPARE(test::linesOf(*shown), (QStringList{u"2 new a"_s, u"2 new B"_s}));
    request.dryRun = false;
    request.shown = shown;
    database().insertTags({u"B"_s});
    COMPARE_KIND(errorOf([&] { test::import(database(), request); }), ErrorKind::Conflict);
    database().execute(u"DELETE FROM tags"_s);
    test::import(database(), request);
    QCOMPARE(database().tags(), (QStringList{u"B"_s, u"a"_s}));
}

void TestImportNameCorrections::whatDoesNotFitTheFileIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("message");
    const auto missing = [](int number) {
        return u"The cell on line 2 has no name number %1, which was corrected; look at the "
               "preview again."_s.arg(number);
    };
    const QString divided = u"A single name on line 2 was corrected, but a cell is one name here; "
                            "say what stands between names."_s;
    QTest::newRow("behind the last") << u"tag_id\n\"a,b\"\n"_s << u","_s << 2 << missing(3);
    QTest::newRow("of none") << u"tag_id,uses\n,1\n"_s << u","_s << 0 << missing(1);
    QTest::newRow("of a broken record") << u"tag_id,uses\n\"a,b\"\n"_s << u","_s << 0 << missing(1);
    QTest::newRow("no lists") << u"tag_id\n\"a,b\"\n"_s << QString() << 0 << divided;
    QTest::newRow("a sheet") << u"action,tag_id\nadd,\"a,b\"\n"_s << u","_s << 0 << divided;
}

void TestImportNameCorrections::whatDoesNotFitTheFileIsRefused()
{
    QFETCH(const QString, file);
    QFETCH(const QString, separator);
    QFETCH(const int, position);
    QFETCH(const QString, message);
    auto request = listOf(file);
    request.listSeparator = separator;
    request.corrections = {{2, u"tag_id"_s, u"c"_s, position}};
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::Usage);
    QCOMPARE(error->message, message);
    QCOMPARE(database().tags(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportNameCorrections)
#include "TestImportNameCorrections.moc"
