// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "MakeWorkbook.h"
#include "PackGzip.h"
#include "ReadRecords.h"
#include "support/ErrorOf.h"
#include "transfer/WorkbookSheets.h"
#include "transfer/XlsxArchive.h"
#include "transfer/XlsxXml.h"

#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestXlsxReader : public QObject
{
    Q_OBJECT

private slots:
    void cells_data();
    void cells();
    void dates_data();
    void dates();
    void rows();
    void columnsWithoutName();
    void headers_data();
    void headers();
    void sheets();
    void sources();
    void otherPrograms_data();
    void otherPrograms();
    void sharedTextsAreReadAsTheyAreNeeded();
    void refused_data();
    void refused();
    void cutAnywhere();
    void noMoreThanAllowed();
    void otherArchives();
};

namespace
{

constexpr auto header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>";

/** A workbook with a column "a" and the XML @p cell in its row 2. */
WorkbookParts oneCell(const QByteArray &cell)
{
    WorkbookParts parts;
    parts.sheetData = QByteArray(header) + "<row r=\"2\">" + cell + "</row>";
    return parts;
}

QByteArray textCell(const QByteArray &name, const QByteArray &text)
{
    return "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

Outcome readParts(const WorkbookParts &parts)
{
    return readRecords(sourceOf(makeWorkbook(parts), std::nullopt));
}

} // namespace

void TestXlsxReader::cells_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &cell, const QString &expected) {
        QTest::newRow(name) << cell << expected;
    };
    row("shared text", "<c r=\"A2\" t=\"s\"><v>1</v></c>", u"2: two & \n<2>"_s);
    row("shared runs without pronunciation", "<c r=\"A2\" t=\"s\"><v>2</v></c>", u"2: rich text"_s);
    row("shared empty text", "<c r=\"A2\" t=\"s\"><v>3</v></c>", u"2: "_s);
    row("shared escapes", "<c r=\"A2\" t=\"s\"><v>4</v></c>", u"2: _x0041_\rA_x_xyz_"_s);
    row("inline text", textCell("A2", " =1+1 "), u"2:  =1+1 "_s);
    row("inline runs",
        "<c r=\"A2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>b</t></r><r><t "
        "xml:space=\"preserve\"> c</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>"
        "</is></c>",
        u"2: b c"_s);
    row("inline empty text", textCell("A2", ""), u"2: "_s);
    row("whole", "<c r=\"A2\"><v>42</v></c>", u"2: 42"_s);
    row("whole with a fraction of zero", "<c r=\"A2\"><v>3.0</v></c>", u"2: 3"_s);
    row("whole with an exponent", "<c r=\"A2\" t=\"n\"><v>-1.5E3</v></c>", u"2: -1500"_s);
    row("largest whole", "<c r=\"A2\"><v>9.007199254740991E15</v></c>", u"2: 9007199254740991"_s);
    row("beyond", "<c r=\"A2\"><v>1.2345E+20</v></c>", u"2: 1.2345E+20"_s);
    row("fraction", "<c r=\"A2\"><v>0.30000000000000004</v></c>", u"2: 0.30000000000000004"_s);
    row("true", "<c r=\"A2\" t=\"b\"><v>1</v></c>", u"2: 1"_s);
    row("false", "<c r=\"A2\" t=\"b\"><v>0</v></c>", u"2: 0"_s);
    row("formula with a text", "<c r=\"A2\" t=\"str\"><f>B1</f><v>x_x000D_</v></c>", u"2: x\r"_s);
    row("formula with a number", "<c r=\"A2\"><f>1+1</f><v>2</v></c>", u"2: 2"_s);
    row("ISO date", "<c r=\"A2\" t=\"d\"><v>2024-05-17</v></c>", u"2: 2024-05-17"_s);
    row("without a reference", "<c><v>5</v></c>", u"2: 5"_s);
    row("error", "<c r=\"A2\" t=\"e\"><f>NA()</f><v>#N/A</v></c>",
        u"2: #N/A ! The cell A2 holds the error #N/A."_s);
    row("NUL", textCell("A2", "a_x0000_b"), u"2: a%1b ! a NUL character"_s.arg(QChar(0)));
    row("emoji", textCell("A2", "\xF0\x9F\x98\x80 &#x1F600; _xD83D__xDE00_"), u"2: 😀 😀 😀"_s);
}

void TestXlsxReader::cells()
{
    QFETCH(QByteArray, cell);
    QFETCH(QString, expected);
    WorkbookParts parts = oneCell(cell);
    parts.sharedStrings = "<si><t>one</t></si><si><t>two &amp; \n&lt;2&gt;</t></si>"
                          "<si><r><t>rich</t></r><r><rPr><i/></rPr><t xml:space=\"preserve\"> "
                          "text</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh><phoneticPr "
                          "fontId=\"1\"/></si><si><t/></si>"
                          "<si><t>_x005F_x0041__x000d__x0041__x_xyz_</t></si>";
    const Outcome found = readParts(parts);
    QCOMPARE(found.error.message, QString());
    QCOMPARE(found.format, FileFormat::Xlsx);
    QCOMPARE(found.encoding, QString());
    QCOMPARE(found.columns, QStringList{u"a"_s});
    QCOMPARE(found.records, QStringList{expected});
}

void TestXlsxReader::dates_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("style");
    QTest::addColumn<bool>("is1904");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &value, int style,
                        const QString &expected, bool is1904 = false) {
        QTest::newRow(name) << value << style << is1904 << expected;
    };
    row("no format", "45429", 0, u"45429"_s);
    row("built-in date", "45429", 1, u"2024-05-17"_s);
    row("built-in date and time", "45429.572916666664", 2, u"2024-05-17 13:45:00"_s);
    row("built-in date and time at midnight", "45429", 2, u"2024-05-17 00:00:00"_s);
    row("a date that holds a time", "45429.5", 1, u"2024-05-17 12:00:00"_s);
    row("built-in time", "0.75", 3, u"18:00:00"_s);
    row("built-in duration", "1.5", 4, u"36:00:00"_s);
    row("code with text in quotes", "45429", 5, u"2024-05-17"_s);
    row("code of months", "45429", 6, u"2024-05-17"_s);
    row("code of minutes", "0.5104224537037037", 7, u"12:15:00.500"_s);
    row("code with a locale and AM/PM", "45429.25", 8, u"2024-05-17 06:00:00"_s);
    row("code with letters in quotes only", "5", 9, u"5"_s);
    row("code with a colour", "5.50", 10, u"5.50"_s);
    row("code of a duration", "2.25", 11, u"54:00:00"_s);
    row("first day", "1", 1, u"1900-01-01"_s);
    row("before the day that was not", "59", 1, u"1900-02-28"_s);
    row("the day that was not", "60", 1, u"1900-02-29"_s);
    row("after the day that was not", "61", 1, u"1900-03-01"_s);
    row("last day", "2958465", 1, u"9999-12-31"_s);
    row("beyond", "2958466", 1, u"2958466"_s);
    row("negative", "-1", 1, u"-1"_s);
    row("1904", "43967", 1, u"2024-05-17"_s, true);
    row("1904, first day", "0", 1, u"1904-01-01"_s, true);
    row("rounded up to the next day", "45428.999999999", 2, u"2024-05-17 00:00:00"_s);
}

void TestXlsxReader::dates()
{
    QFETCH(QByteArray, value);
    QFETCH(int, style);
    QFETCH(bool, is1904);
    QFETCH(QString, expected);
    WorkbookParts parts =
        oneCell("<c r=\"A2\" s=\"" + QByteArray::number(style) + "\"><v>" + value + "</v></c>");
    parts.styles =
        R"(<numFmts count="7"><numFmt numFmtId="164" formatCode="&quot;day&quot;\ yyyy\-mm\-dd;@"/>)"
        R"(<numFmt numFmtId="165" formatCode="mmmm"/><numFmt numFmtId="166" formatCode="mm:ss.0"/>)"
        R"(<numFmt numFmtId="167" formatCode="[$-409]d/m/yy\ h:mm\ AM/PM"/>)"
        R"(<numFmt numFmtId="168" formatCode="0 &quot;days&quot;"/>)"
        R"(<numFmt numFmtId="169" formatCode="[Red]#,##0.00_d;General"/>)"
        R"(<numFmt numFmtId="170" formatCode="[hh]:mm"/></numFmts>)"
        R"(<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs><cellXfs>)"
        R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="21"/>)"
        R"(<xf numFmtId="46"/><xf numFmtId="164"/><xf numFmtId="165"/>)"
        R"(<xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/>)"
        R"(<xf numFmtId="169"/><xf numFmtId="170"/></cellXfs>)"
        R"(<dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>)";
    if (is1904)
        parts.properties = "<workbookPr date1904=\"1\"/>";
    const Outcome found = readParts(parts);
    QCOMPARE(found.error.message, QString());
    QCOMPARE(found.records, QStringList{u"2: "_s + expected});
}

void TestXlsxReader::rows()
{
    WorkbookParts parts;
    parts.sheetData =
        "<row r=\"2\"/><row r=\"3\">" + textCell("B3", "tag_id") + textCell("C3", " note ") +
        "<c r=\"D3\" s=\"1\"/></row>"
        "<row r=\"4\"><c r=\"C4\"><v>1</v></c></row>" // the first cell is missing
        "<row r=\"5\"><c r=\"B5\" s=\"1\"/></row>"    // formatted only
        "<row r=\"6\"><c r=\"B6\" t=\"str\"><f>A1</f><v></v></c></row>"
        "<row>" +
        textCell("B7", "Go") + "</row><row r=\"1048576\">" + textCell("B1048576", "") + "</row>";
    const Outcome found = readParts(parts);
    QCOMPARE(found.error.message, QString());
    QCOMPARE(found.columns, QStringList({u"tag_id"_s, u"note"_s}));
    QCOMPARE(found.records, QStringList({u"4: ∅|1"_s, u"7: Go|∅"_s, u"1048576: |∅"_s}));
}

void TestXlsxReader::columnsWithoutName()
{
    WorkbookParts parts;
    parts.sheetData = "<row r=\"1\">" + textCell("A1", "a") + textCell("C1", "c") + "</row><row>" +
                      textCell("A2", "1") + textCell("C2", "2") + "</row><row>" +
                      textCell("A3", "1") + textCell("B3", "x") + "</row><row>" +
                      textCell("A4", "1") + textCell("AA4", "y") + "</row>";
    const Outcome found = readParts(parts);
    QCOMPARE(found.columns, QStringList({u"a"_s, u"c"_s}));
    QCOMPARE(found.records,
             QStringList({u"2: 1|2"_s,
                          u"3: 1|∅|x ! The cell B3 holds a value, but its column has no name in "
                          "the header."_s,
                          u"4: 1|∅|y ! The cell AA4 holds a value, but its column has no name in "
                          "the header."_s}));
}

void TestXlsxReader::headers_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("message");
    QTest::newRow("none") << QByteArray("<row r=\"1\"/>")
                          << u"The sheet “First” of The input is empty; choose one that holds "
                             "tags."_s;
    QTest::newRow("twice") << "<row>" + textCell("A1", "a") + textCell("B1", "b") +
                                  textCell("C1", "a ") + "</row>"
                           << u"The input, sheet “First”, row 1: the header names the column “a” "
                              "twice; rename or remove one of them."_s;
    QTest::newRow("blank") << "<row>" + textCell("A1", " ") + "</row>"
                           << u"The input, sheet “First”, row 1: the first row must name the "
                              "columns."_s;
}

void TestXlsxReader::headers()
{
    QFETCH(QByteArray, rows);
    QFETCH(QString, message);
    WorkbookParts parts;
    parts.sheetData = rows;
    const Outcome found = readParts(parts);
    QCOMPARE(found.error.kind, ErrorKind::File);
    QCOMPARE(found.error.message, message);
}

void TestXlsxReader::sheets()
{
    WorkbookParts parts = oneCell("<c r=\"A2\"><v>1</v></c>");
    parts.second = QByteArray(header) + "<row>" + textCell("A2", "second") + "</row>";
    ImportSource source = sourceOf(makeWorkbook(parts), std::nullopt);
    QCOMPARE(workbookSheets(source), QStringList({u"First"_s, u"Second & last"_s}));
    QCOMPARE(readRecords(source).records, QStringList{u"2: 1"_s});
    source.sheet = u"Second & last"_s;
    QCOMPARE(readRecords(source).records, QStringList{u"2: second"_s});
    source.sheet = u"FIRST"_s;
    QCOMPARE(readRecords(source).records, QStringList{u"2: 1"_s});
    source.sheet = u"Chart"_s;
    const Error error = readRecords(source).error;
    QCOMPARE(error.kind, ErrorKind::File);
    QCOMPARE(error.message, u"The input has no sheet “Chart”; choose one of these: “First”, "
                            "“Second & last”."_s);

    parts.firstState = "hidden";
    source = sourceOf(makeWorkbook(parts), std::nullopt);
    QCOMPARE(workbookSheets(source), QStringList{u"Second & last"_s});
    QCOMPARE(readRecords(source).records, QStringList{u"2: second"_s});
    source.sheet = u"First"_s;
    QCOMPARE(readRecords(source).records, QStringList{u"2: 1"_s});
    QCOMPARE(workbookSheets(sourceOf("a,b\n1,2\n", std::nullopt)), QStringList());
    QCOMPARE(workbookSheets(sourceOf("", std::nullopt)), QStringList());
}

void TestXlsxReader::sources()
{
    const QByteArray workbook = makeWorkbook(oneCell("<c r=\"A2\"><v>1</v></c>"));
    const QTemporaryDir folder;
    const auto save = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        ImportSource source;
        source.path = file.fileName();
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                   ? source
                   : ImportSource();
    };
    const ImportSource cases[] = {save(u"é tags.xlsx"_s, workbook),
                                  save(u"tags.csv"_s, workbook),
                                  save(u"tags"_s, workbook),
                                  save(u"tags.xlsx.gz"_s, packGzip(workbook)),
                                  sourceOf(workbook, FileFormat::Xlsx),
                                  sourceOf(packGzip(workbook), std::nullopt)};
    for (const ImportSource &source : cases) {
        const Outcome found = readRecords(source);
        QCOMPARE(found.error.message, QString());
        QCOMPARE(found.format, FileFormat::Xlsx);
        QCOMPARE(found.records, QStringList{u"2: 1"_s});
        QCOMPARE(workbookSheets(source), QStringList{u"First"_s});
    }
    QCOMPARE(fileFormatFromPath(u"a/Tags.XLSX"_s), FileFormat::Xlsx);
    QCOMPARE(fileFormatFromName(u"xlsx"_s), FileFormat::Xlsx);
    QCOMPARE(fileFormatName(FileFormat::Xlsx), u"xlsx"_s);
}

void TestXlsxReader::otherPrograms_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("openpyxl") << u"openpyxl.xlsx"_s;
}

void TestXlsxReader::otherPrograms()
{
    QFETCH(QString, file);
    ImportSource source;
    source.path = QStringLiteral(TAGSMITH_TEST_DATA "/xlsx/") + file;
    QCOMPARE(workbookSheets(source), QStringList({u"Tags"_s, u"Über uns"_s}));
    Outcome found = readRecords(source);
    QCOMPARE(found.error.message, QString());
    QCOMPARE(found.columns, QStringList({u"tag_id"_s, u"count"_s, u"since"_s, u"used"_s}));
    QCOMPARE(found.records,
             QStringList({u"2: Python|12|2024-05-17|1"_s, u"3: C++|0.1|2024-05-17 13:45:30|0"_s,
                          u"4: 007|∅|18:00:00|∅"_s, u"6: =1+1|-3|1900-01-01|1"_s}));
    source.sheet = u"Über uns"_s;
    found = readRecords(source);
    QCOMPARE(found.records, QStringList{u"2: 日本 😀"_s});
}

/** A fault behind the texts of the first rows is found when the sheet has been read. */
void TestXlsxReader::sharedTextsAreReadAsTheyAreNeeded()
{
    WorkbookParts parts = oneCell("<c r=\"A2\" t=\"s\"><v>0</v></c>");
    parts.sharedStrings = "<si><t>first</t></si><si><t>second</si>";
    const auto reader = openRecordReader(sourceOf(makeWorkbook(parts), std::nullopt));
    Record record;
    QVERIFY(reader->next(record));
    QCOMPARE(record.fields.front().value_or(QString()), u"first"_s);
    const auto error = errorOf([&] { reader->next(record); });
    COMPARE_KIND(error, ErrorKind::File);
    QVERIFY2(error->message.contains(u"sharedStrings.xml"_s), qPrintable(error->message));
}

void TestXlsxReader::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &format,
                        const QString &message) {
        QTest::newRow(name) << bytes << format << message;
    };
    const QByteArray old = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + QByteArray(504, '\0');
    const auto wide = [](const QByteArray &text) {
        QByteArray bytes;
        for (const char letter : text)
            bytes.append(letter).append('\0');
        return bytes;
    };
    row("password", old + wide("EncryptedPackage"), QString(),
        u"The input is protected by a password; save it without one."_s);
    row("Excel 97", old + wide("Workbook"), QString(),
        u"The input is a workbook in the format of Excel 97 to 2003; save it as XLSX in a "
        "spreadsheet program."_s);
    row("text", "tag_id\nPython\n", u"xlsx"_s,
        u"The input is no Excel workbook, since it does not begin as one; choose the format that "
        "it has."_s);
    row("other archive", makeArchive({{u"a.txt"_s, "text"_ba}}), u"xlsx"_s,
        u"The input is a zip archive without an Excel workbook; save the workbook as XLSX in a "
        "spreadsheet program."_s);
    const auto damaged = [](const QString &part, const QString &reason) {
        return u"The input is a damaged workbook (its part %1: %2); save it anew in a spreadsheet "
               "program."_s.arg(part, reason);
    };
    WorkbookParts parts = oneCell("<c r=\"A2\" t=\"s\"><v>7</v></c>");
    const QString sheet = u"xl/worksheets/sheet1.xml"_s;
    row("missing shared text", makeWorkbook(parts), QString(),
        damaged(sheet, u"it refers to the shared text “7”, which is not there"_s));
    parts = oneCell("<c r=\"A2\"><v>1</v></c>");
    parts.prologue = "<!DOCTYPE a [<!ENTITY e \"eeeeeeeeee\">]>\n";
    row("document type", makeWorkbook(parts), QString(),
        damaged(sheet, u"it declares a document type"_s));
    row("cells out of order", makeWorkbook(oneCell("<c r=\"B2\"/><c r=\"A2\"/>")), QString(),
        damaged(sheet, u"it has a cell “A2” in the wrong place"_s));
    row("far column", makeWorkbook(oneCell("<c r=\"ZZZZZZZZZZZ2\"/>")), QString(),
        damaged(sheet, u"it has a cell “ZZZZZZZZZZZ2” in the wrong place"_s));
    row("rows out of order", makeWorkbook(oneCell("</row><row r=\"1\">")), QString(),
        damaged(sheet, u"its rows are out of order"_s));
    row("missing part", makeArchive({{u"xl/workbook.xml"_s, "<workbook/>"_ba}}), QString(),
        u"The input is a damaged workbook (it lacks the part xl/_rels/workbook.xml.rels); save it "
        "anew in a spreadsheet program."_s);
    row("no sheets",
        makeArchive({{u"xl/workbook.xml"_s, "<workbook/>"_ba},
                     {u"xl/_rels/workbook.xml.rels"_s, "<Relationships/>"_ba}}),
        QString(), u"The input has no sheet with cells; choose another file."_s);
}

void TestXlsxReader::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(QString, message);
    const Error error = readRecords(sourceOf(bytes, fileFormatFromName(format))).error;
    QCOMPARE(error.message, message);
    QCOMPARE(error.kind, ErrorKind::File);
}

void TestXlsxReader::cutAnywhere()
{
    WorkbookParts parts;
    parts.sheetData = header;
    for (int i = 2; i < 100; ++i)
        parts.sheetData += "<row><c><v>" + QByteArray::number(i * 7919) + "</v></c></row>";
    const QByteArray workbook = makeWorkbook(parts);
    for (qsizetype size = 1; size < workbook.size(); size += 7) {
        const Error error = readRecords(sourceOf(workbook.first(size), FileFormat::Xlsx)).error;
        QVERIFY2(!error.message.isEmpty(), qPrintable(QString::number(size)));
        QCOMPARE(error.kind, ErrorKind::File);
    }
    int unnoticed = 0;
    const Outcome sound = readRecords(sourceOf(workbook, FileFormat::Xlsx));
    for (qsizetype at = 0; at < workbook.size(); at += 3) {
        QByteArray wrong = workbook;
        wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
        const Outcome found = readRecords(sourceOf(wrong, FileFormat::Xlsx));
        // A byte of a date or a permission in the archive is nothing that is imported.
        if (found.error.message.isEmpty()) {
            QCOMPARE(found.records, sound.records);
            ++unnoticed;
        } else {
            QVERIFY2(found.error.kind == ErrorKind::File,
                     qPrintable(u"%1 %2"_s.arg(at).arg(found.error.message)));
        }
    }
    QVERIFY(unnoticed < workbook.size() / 6);
}

void TestXlsxReader::noMoreThanAllowed()
{
    const QByteArray xml = "<a>" + QByteArray(1024 * 1024, 'x') + "</a>";
    const ImportSource source = sourceOf(makeArchive({{u"a.xml"_s, xml}}), std::nullopt);
    const XlsxArchive archive(source);
    const auto textUpTo = [&archive](qint64 allowed) {
        XlsxXml part(archive.open(u"a.xml"_s, allowed));
        return part.next() ? part.text().size() : -1;
    };
    QCOMPARE(textUpTo(2 * 1024 * 1024), 1024 * 1024);
    try {
        textUpTo(512 * 1024);
        QFAIL("nothing was thrown");
    } catch (const DatabaseError &thrown) {
        QCOMPARE(thrown.error().kind, ErrorKind::File);
        QCOMPARE(thrown.error().message,
                 u"The input unpacks to more than Tagsmith takes into memory (in its part a.xml); "
                 "save it as CSV instead."_s);
    }
}

void TestXlsxReader::otherArchives()
{
    const Error error = readRecords(sourceOf(makeArchive({{u"a"_s, "b"_ba}}), std::nullopt)).error;
    QCOMPARE(error.kind, ErrorKind::File);
    QCOMPARE(error.message,
             u"The input is not text but a binary file; save it as CSV or JSON first."_s);
}

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "TestXlsxReader.moc"
