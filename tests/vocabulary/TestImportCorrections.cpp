// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "transfer/MakeWorkbook.h"
#include "vocabulary/ImportLines.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Values that were corrected in the preview, and lines that were left out. */
class TestImportCorrections : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void correctsOneRecord_data();
    void correctsOneRecord();
    void correctsSeveral();
    void theNameIsCorrectedBeforeRulesAndLists();
    void errorsOfAWorkbookAreCorrected();
    void whatDoesNotFitTheFileIsRefused_data();
    void whatDoesNotFitTheFileIsRefused();
    void theRejectsHaveTheCorrectedValues_data();
    void theRejectsHaveTheCorrectedValues();
    void leavesLinesOut();
    void leavesEveryNameOfACellOut();
    void leavesManyOut();
    void aLeftOutLineMayBeCorrected();

private:
    QStringList rows() { return test::rowTexts(database(), u"SELECT * FROM tags"_s); }
};

void TestImportCorrections::init()
{
    DatabaseTestCase::init();
    test::createTags(database(), test::bytewise(),
                     u", note VARCHAR(6), uses INTEGER CHECK (uses >= 0)"_s);
}

void TestImportCorrections::correctsOneRecord_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<RecordCorrection>("correction");
    QTest::addColumn<QString>("row"); ///< what is stored, or why it is not
    const auto row = [](const char *title, const QString &record, const QString &column,
                        const Cell &value, const QString &expected) {
        QTest::newRow(title) << static_cast<int>(FileFormat::Csv)
                             << u"tag_id,note,uses\n"_s + record + u'\n'
                             << RecordCorrection{2, column, value} << expected;
    };
    row("a value", u"a,x,many"_s, u"uses"_s, u"7"_s, u"a|x|7"_s);
    row("the name", u",x,1"_s, u"tag_id"_s, u"b"_s, u"b|x|1"_s);
    row("to NULL", u"a,too long,1"_s, u"note"_s, std::nullopt, u"a|NULL|1"_s);
    row("to the empty text", u"a,,1"_s, u"note"_s, u""_s, u"a||1"_s);
    row("letter case of the column", u"a,x,many"_s, u" USES "_s, u"7"_s, u"a|x|7"_s);
    row("to what does not fit", u"a,x,1"_s, u"uses"_s, u"none"_s,
        u"2: “none” is not a whole number, which uses needs; correct it."_s);
    row("too few fields", u"a,x"_s, u"uses"_s, u"7"_s, u"a|x|7"_s);
    row("far too few fields", u"a"_s, u"uses"_s, u"7"_s, u"a|NULL|7"_s);
    row("still too few fields", u"a"_s, u"note"_s, u"x"_s, u"2: 1 field instead of 3"_s);
    row("too few fields, another one", u"a,x"_s, u"note"_s, u"y"_s, u"2: 2 fields instead of 3"_s);
    row("too many fields", u"a,x,1,2"_s, u"uses"_s, u"7"_s, u"2: 4 fields instead of 3"_s);
    row("NUL", u"a,x"_s + QChar(0) + u",1"_s, u"note"_s, u"x"_s, u"a|x|1"_s);
    row("NUL in another field", u"a,x"_s + QChar(0) + u",1"_s, u"uses"_s, u"2"_s,
        u"2: a NUL character"_s);
    row("NUL and too few fields", u"a,x"_s + QChar(0), u"uses"_s, u"2"_s,
        u"2: 2 fields instead of 3"_s);
    row("text behind a quote", u"a,\"x\"y,1"_s, u"note"_s, u"x"_s,
        u"2: text behind the closing quote of field 2"_s);
    const auto other = [](const char *title, FileFormat format, const QString &file,
                          const QString &column, const QString &value, const QString &expected) {
        QTest::newRow(title) << static_cast<int>(format) << file
                             << RecordCorrection{2, column, value} << expected;
    };
    other("JSON Lines", FileFormat::JsonLines, u"\n{\"tag_id\":\"a\",\"uses\":\"x\"}\n"_s,
          u"uses"_s, u"7"_s, u"a|NULL|7"_s);
    other("JSON", FileFormat::Json, u"[\n\"\"\n]"_s, u"name"_s, u"a"_s, u"a|NULL|NULL"_s);
    other("broken JSON Lines", FileFormat::JsonLines,
          u"\n{\"tag_id\":\"a\",\"uses\":[1]}\n{\"tag_id\":\"b\"}\n"_s, u"uses"_s, u"7"_s,
          u"2: "_s);
    other("plain lines", FileFormat::Lines, u'\n' + QString(200, u'n'), u"name"_s, u"a"_s,
          u"a|NULL|NULL"_s);
}

void TestImportCorrections::correctsOneRecord()
{
    QFETCH(const int, format);
    QFETCH(const QString, file);
    QFETCH(const RecordCorrection, correction);
    QFETCH(const QString, row);
    auto request = test::importOf(file, static_cast<FileFormat>(format));
    request.corrections = {correction};
    const auto account = test::import(database(), request);
    const QStringList outcome = test::rejectionsOf(account) + rows();
    QVERIFY2(!outcome.isEmpty(), qPrintable(test::countsOf(account)));
    if (row == "2: "_L1)
        QVERIFY2(outcome[0].startsWith(row), qPrintable(outcome[0]));
    else
        QCOMPARE(outcome, QStringList{row});
}

void TestImportCorrections::correctsSeveral()
{
    auto request = test::importOf(u"tag_id,note,uses\na,x,many\n\"b\nb\",x,1\n,x,many\nd,x,1\n"_s);
    request.corrections = {{5, u"uses"_s, u"5"_s},   {2, u"uses"_s, u"3"_s},
                           {5, u"tag_id"_s, u"c"_s}, {3, u"tag_id"_s, u"b"_s},
                           {2, u"uses"_s, u"2"_s},   {6, u"note"_s, std::nullopt}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 4, inserted 4"_s);
    QCOMPARE(rows(), (QStringList{u"a|x|2"_s, u"b|x|1"_s, u"c|x|5"_s, u"d|NULL|1"_s}));
}

void TestImportCorrections::theNameIsCorrectedBeforeRulesAndLists()
{
    auto request = test::importOf(u"tag_id,uses\n\"A;B\",1\nC,2\n"_s);
    request.listSeparator = u","_s;
    request.nameRules.letterCase = LetterCase::Lower;
    request.corrections = {{2, u"tag_id"_s, u"A, B"_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 3, inserted 3"_s);
    QCOMPARE(database().tags(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void TestImportCorrections::errorsOfAWorkbookAreCorrected()
{
    WorkbookParts parts;
    const auto text = [](const QByteArray &cell, const QByteArray &value) {
        return "<c r=\"" + cell + "\" t=\"str\"><v>" + value + "</v></c>";
    };
    const auto error = [](const QByteArray &cell, const QByteArray &value) {
        return "<c r=\"" + cell + "\" t=\"e\"><f>X()</f><v>" + value + "</v></c>";
    };
    parts.sheetData = "<row r=\"1\">" + text("A1", "tag_id") + text("B1", "note") +
                      text("C1", "uses") + "</row><row r=\"2\">" + text("A2", "a") +
                      error("B2", "#N/A") + "</row><row r=\"3\">" + text("A3", "b") +
                      error("B3", "#NAME?") + error("C3", "#DIV/0!") + "</row>";
    auto request = test::importOf({}, FileFormat::Xlsx);
    request.source.data = makeWorkbook(parts);
    request.corrections = {{2, u"note"_s, u"x"_s}, {3, u"note"_s, u"y"_s}};
    const auto account = test::import(database(), request);
    QCOMPARE(test::rejectionsOf(account), QStringList{u"3: The cell B3 holds the error #NAME?."_s});
    QCOMPARE(rows(), QStringList{u"a|x|NULL"_s});
    request.corrections.push_back({3, u"uses"_s, u"2"_s});
    QCOMPARE(test::countsOf(test::import(database(), request)),
             u"read 2, inserted 1, unchanged 1"_s);
    QCOMPARE(rows(), (QStringList{u"a|x|NULL"_s, u"b|y|2"_s}));
}

void TestImportCorrections::whatDoesNotFitTheFileIsRefused_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<RecordCorrection>("correction");
    QTest::addColumn<QString>("message");
    const int csv = static_cast<int>(FileFormat::Csv);
    const QString file = u"tag_id,uses\na,1\n\"b\nb\",1\nc,1\n"_s;
    const auto missing = [](int line) {
        return u"No record of the file begins on line %1, which was corrected; read the file "
               "anew."_s.arg(line);
    };
    QTest::newRow("behind the end")
        << csv << file << RecordCorrection{6, u"uses"_s, u"1"_s} << missing(6);
    QTest::newRow("inside a record")
        << csv << file << RecordCorrection{4, u"uses"_s, u"1"_s} << missing(4);
    QTest::newRow("the header") << csv << file << RecordCorrection{1, u"uses"_s, u"1"_s}
                                << missing(1);
    QTest::newRow("no line") << csv << file << RecordCorrection{0, u"uses"_s, u"1"_s} << missing(0);
    QTest::newRow("no such column")
        << csv << file << RecordCorrection{2, u"note"_s, u"1"_s}
        << u"The file has no column “note” to correct on line 2; it has tag_id, uses."_s;
    QTest::newRow("several on a line")
        << static_cast<int>(FileFormat::Json) << u"[{\"tag_id\":\"a\"},{\"tag_id\":\"b\"}]"_s
        << RecordCorrection{1, u"tag_id"_s, u"c"_s}
        << u"Several records begin on line 1, so that none of them can be corrected alone; give "
           "each a line of its own."_s;
}

void TestImportCorrections::whatDoesNotFitTheFileIsRefused()
{
    QFETCH(const int, format);
    QFETCH(const QString, file);
    QFETCH(const RecordCorrection, correction);
    QFETCH(const QString, message);
    auto request = test::importOf(file, static_cast<FileFormat>(format));
    request.corrections = {correction};
    const auto error = errorOf([&] { test::import(database(), request); });
    COMPARE_KIND(error, ErrorKind::Usage);
    QCOMPARE(error->message, message);
    QCOMPARE(rows(), QStringList());
}

void TestImportCorrections::theRejectsHaveTheCorrectedValues_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    QTest::newRow("CSV") << static_cast<int>(FileFormat::Csv)
                         << u"tag_id,note,uses\na,x,many\nb,,1\n"_s << u",a,x,-3\n"_s;
    QTest::newRow("JSON Lines")
        << static_cast<int>(FileFormat::JsonLines)
        << u"{\"tag_id\":\"b\",\"uses\":1}\n{\"tag_id\":\"a\",\"uses\":\"many\"}\n"_s
        << u",\"tag_id\":\"a\",\"uses\":\"-3\"}\n"_s;
}

void TestImportCorrections::theRejectsHaveTheCorrectedValues()
{
    QFETCH(const int, format);
    QFETCH(const QString, file);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    auto request = test::importOf(file, static_cast<FileFormat>(format));
    request.rejectsPath = folder.filePath(u"rejects"_s);
    request.corrections = {{2, u"uses"_s, u"-3"_s}};
    QCOMPARE(test::countsOf(test::import(database(), request)),
             u"read 2, inserted 1, rejected 1"_s);
    const QString rejects = test::textOf(request.rejectsPath);
    QVERIFY2(rejects.endsWith(expected), qPrintable(rejects));
}

void TestImportCorrections::leavesLinesOut()
{
    database().execute(u"INSERT INTO tags VALUES ('a', 'x', 1)"_s);
    auto request = test::importOf(u"tag_id,note,uses\na,y,2\nb,x,many\nc\nd,,4\n\"e\ne\",,5\n"_s,
                                  FileFormat::Csv, OnExisting::Fail);
    request.keepLines = true;
    request.leftOut = {6, 4, 3, 2, 7, 99};
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 5, inserted 1, skipped 4"_s);
    QCOMPARE(test::countsOfLines(account), test::countsOf(account));
    QCOMPARE(
        test::linesOf(account),
        (QStringList{u"2 skipped a (y,2) [: Left out.]"_s, u"3 skipped b (x,many) [: Left out.]"_s,
                     u"4 skipped c (NULL,NULL) [: Left out.]"_s, u"5 new d (NULL,4)"_s,
                     u"6 skipped e\ne (NULL,5) [: Left out.]"_s}));
    QCOMPARE(rows(), (QStringList{u"a|x|1"_s, u"d|NULL|4"_s}));
}

void TestImportCorrections::leavesEveryNameOfACellOut()
{
    auto request = test::importOf(u"tag_id,uses\n\"a,b,c\",1\n\"d,e\",2\n\"f,g\"\n"_s);
    request.listSeparator = u","_s;
    request.leftOut = {2, 4};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 6, inserted 2, skipped 4"_s);
    QCOMPARE(database().tags(), (QStringList{u"d"_s, u"e"_s}));
}

void TestImportCorrections::leavesManyOut()
{
    QString file;
    auto request = test::importOf({}, FileFormat::Lines);
    for (int i = 1; i <= 20'000; ++i) {
        file += u"t%1\n"_s.arg(i);
        if (i % 2 == 0)
            request.leftOut.push_back(i);
    }
    request.source.data = file.toUtf8();
    request.keepLines = true;
    const auto account = test::import(database(), request);
    QCOMPARE(test::countsOf(account), u"read 20000, inserted 10000, skipped 10000"_s);
    QCOMPARE(test::countsOfLines(account), test::countsOf(account));
    QCOMPARE(test::lineText(account.lines->at(19'998)), u"19999 new t19999"_s);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags WHERE tag_id LIKE '%2'"_s), 0);
}

void TestImportCorrections::aLeftOutLineMayBeCorrected()
{
    auto request = test::importOf(u"tag_id,uses\na,many\nb,1\n"_s);
    request.corrections = {{2, u"uses"_s, u"1"_s}};
    request.leftOut = {2};
    QCOMPARE(test::countsOf(test::import(database(), request)), u"read 2, inserted 1, skipped 1"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestImportCorrections)
#include "TestImportCorrections.moc"
