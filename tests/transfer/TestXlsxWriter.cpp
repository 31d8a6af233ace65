// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ReadRecords.h"
#include "transfer/RecordWriter.h"
#include "transfer/WorkbookSheets.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestXlsxWriter : public QObject
{
    Q_OBJECT

private slots:
    void readsBackTheSame_data();
    void readsBackTheSame();
    void severalRows();
    void header();
    void textsAreNeitherFormulasNorNumbers();
    void emptyTextIsACell();
    void noRows();
    void tooLong();
    void tooManyRows();
    void fullDisk();
    void fullTemporaryFolder();
    void leavesNothingBehind();
};

namespace
{

std::vector<Column> fourColumns()
{
    std::vector<Column> columns(4);
    columns[0].name = u"tag_id"_s;
    columns[1].name = u"uses"_s;
    columns[1].type = ColumnType::Integer;
    columns[2].name = u"weight"_s;
    columns[2].type = ColumnType::Real;
    columns[3].name = u"a \"note\" <&>"_s;
    return columns;
}

QByteArray writeRows(const std::vector<Row> &rows)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = makeRecordWriter(FileFormat::Xlsx, buffer, fourColumns(), 0);
    for (const Row &row : rows)
        writer->write(row);
    writer->finish();
    return buffer.data();
}

std::vector<Row> readRows(const QByteArray &workbook)
{
    const auto reader = openRecordReader(sourceOf(workbook, std::nullopt));
    std::vector<Row> rows;
    Record record;
    while (reader->next(record)) {
        if (!record.problem.isEmpty())
            record.fields.assign(1, record.problem);
        rows.push_back(record.fields);
    }
    return rows;
}

/** The XML of the part @p name inside @p workbook. */
QByteArray partOf(const QByteArray &workbook, const char *name)
{
    zip_source_t *content = zip_source_buffer_create(
        workbook.constData(), static_cast<zip_uint64_t>(workbook.size()), 0, nullptr);
    zip_t *archive = zip_open_from_source(content, ZIP_RDONLY, nullptr);
    zip_file_t *file = zip_fopen(archive, name, 0);
    QByteArray xml(1024 * 1024, '\0');
    const zip_int64_t size = zip_fread(file, xml.data(), static_cast<zip_uint64_t>(xml.size()));
    zip_fclose(file);
    zip_discard(archive);
    return xml.first(size);
}

const char *const sheetPart = "xl/worksheets/sheet1.xml";

} // namespace

void TestXlsxWriter::readsBackTheSame_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{u"plain"_s,
                            u""_s,
                            u"=1+1"_s,
                            u"+1"_s,
                            u"-1"_s,
                            u"@SUM(A1)"_s,
                            u"{=A1}"_s,
                            u"'quoted"_s,
                            u"\"quoted\""_s,
                            u"two\nlines"_s,
                            u"\n"_s,
                            u"carriage\r\nreturn\r"_s,
                            u"tab\tstop"_s,
                            u" outer blanks "_s,
                            u" "_s,
                            u"\u00A0"_s,
                            u"é 日本 😀"_s,
                            u"<t>&amp;</t>"_s,
                            u"]]>"_s,
                            u"_x0041_"_s,
                            u"_x005F_x0041_"_s,
                            u"_X0041_"_s,
                            u"_x00g1_"_s,
                            u"_x0041"_s,
                            u"__x0041__x0042_"_s,
                            u"\b\f\u001b\u0001"_s,
                            u"\u007f\u0085\u2028\uFEFF"_s,
                            u"\uFFFE\uFFFF"_s,
                            u"007"_s,
                            u"1e5"_s,
                            u"1E5"_s,
                            u"12"_s,
                            u"0"_s,
                            u"-0"_s,
                            u"1.50"_s,
                            u".5"_s,
                            u"1,5"_s,
                            u"9007199254740993"_s,
                            u"18446744073709551615"_s,
                            u"123456789012345"_s,
                            u"0.1"_s,
                            u"0.30000000000000004"_s,
                            u"TRUE"_s,
                            u"null"_s,
                            u"#N/A"_s,
                            u"2024-05-17"_s,
                            u"1/2"_s,
                            u"http://example.org/?a=b&c"_s,
                            u"mailto:a@example.org"_s,
                            u"inf"_s,
                            u"nan"_s,
                            QString(32'767, u'x'),
                            QString(QChar(0xD800)) + u"lone"_s};
    for (qsizetype i = 0; i < texts.size(); ++i)
        QTest::addRow("%d", static_cast<int>(i)) << texts[i];
}

void TestXlsxWriter::readsBackTheSame()
{
    QFETCH(QString, text);
    const Row row{text, u"1"_s, u"2"_s, text};
    QCOMPARE(readRows(writeRows({row})), std::vector<Row>{row});
    // Where the column holds numbers, whatever is no such number stays the text that it is.
    const Row numbers{u"a"_s, text, std::nullopt, std::nullopt};
    QCOMPARE(readRows(writeRows({numbers})), std::vector<Row>{numbers});
    const Row reals{u"a"_s, std::nullopt, text, std::nullopt};
    const Cell read = readRows(writeRows({reals})).front()[2];
    QVERIFY(read.has_value());
    if (*read != text)
        QCOMPARE(read->toDouble(), text.toDouble());
}

void TestXlsxWriter::severalRows()
{
    const std::vector<Row> rows{{u"a"_s, u"-5"_s, u"0.25"_s, std::nullopt},
                                {u"b"_s, std::nullopt, std::nullopt, u""_s},
                                {u""_s, u"0"_s, u"-0.001"_s, u"x"_s},
                                {std::nullopt, u"999999999999999"_s, u"1000"_s, u"y"_s}};
    const QByteArray workbook = writeRows(rows);
    QCOMPARE(readRows(workbook), rows);
    QCOMPARE(workbookSheets(sourceOf(workbook, std::nullopt)), QStringList{u"Tags"_s});
}

void TestXlsxWriter::header()
{
    const QByteArray workbook = writeRows({{u"a"_s}});
    QCOMPARE(openRecordReader(sourceOf(workbook, std::nullopt))->columns(),
             QStringList({u"tag_id"_s, u"uses"_s, u"weight"_s, u"a \"note\" <&>"_s}));
    const QByteArray sheet = partOf(workbook, sheetPart);
    QVERIFY2(sheet.contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\">"), sheet.constData());
    QVERIFY(sheet.contains("ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
                           "state=\"frozen\""));
    QVERIFY(sheet.contains("<autoFilter ref=\"A1:D2\"/>"));
    QVERIFY(partOf(workbook, "xl/styles.xml").contains("<b/>"));
}

void TestXlsxWriter::textsAreNeitherFormulasNorNumbers()
{
    const QByteArray sheet =
        partOf(writeRows({{u"=1+1"_s, u"7"_s, u"1.50"_s, u"12"_s}}), sheetPart);
    QVERIFY(!sheet.contains("<f>"));
    QVERIFY2(sheet.contains("<c r=\"A2\" t=\"inlineStr\"><is><t>=1+1</t></is></c>"
                            "<c r=\"B2\"><v>7</v></c><c r=\"C2\"><v>1.5</v></c>"
                            "<c r=\"D2\" t=\"inlineStr\"><is><t>12</t></is></c>"),
             sheet.constData());
}

void TestXlsxWriter::emptyTextIsACell()
{
    const QByteArray sheet =
        partOf(writeRows({{u""_s, std::nullopt, std::nullopt, u""_s}}), sheetPart);
    QVERIFY2(sheet.contains("<c r=\"A2\" t=\"inlineStr\"><is><t></t></is></c>"
                            "<c r=\"D2\" t=\"inlineStr\"><is><t></t></is></c></row>"),
             sheet.constData());
}

void TestXlsxWriter::noRows()
{
    const QByteArray workbook = writeRows({});
    QCOMPARE(readRows(workbook), std::vector<Row>());
    QVERIFY(partOf(workbook, sheetPart).contains("<autoFilter ref=\"A1:D1\"/>"));
}

void TestXlsxWriter::tooLong()
{
    const auto messageOf = [](const QString &text) {
        try {
            writeRows({{u"a"_s}, {u"b"_s, u"1"_s, u"1"_s, text}});
        } catch (const DatabaseError &thrown) {
            return thrown.error().kind == ErrorKind::File ? thrown.error().message : u"kind"_s;
        }
        return QString();
    };
    QCOMPARE(messageOf(QString(32'767, u'x')), QString());
    QCOMPARE(messageOf(QString(32'768, u'x')),
             u"Row 2 of the workbook would have a text of 32,768 characters in the column “a "
             "\"note\" <&>”, but a cell holds at most 32,767; export as CSV or JSON instead, or "
             "choose less to export."_s);
    QVERIFY(!messageOf(QString(10'000, u'\u0001')).isEmpty()); // each takes seven characters
}

void TestXlsxWriter::tooManyRows()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    std::vector<Column> columns(1);
    columns[0].name = u"n"_s;
    columns[0].type = ColumnType::Integer;
    const auto writer = makeRecordWriter(FileFormat::Xlsx, buffer, columns, 0);
    const Row row{u"1"_s};
    constexpr int most = 1'048'575;
    for (int i = 0; i < most; ++i)
        writer->write(row);
    try {
        writer->write(row);
        QFAIL("nothing was thrown");
    } catch (const DatabaseError &thrown) {
        QCOMPARE(thrown.error().kind, ErrorKind::File);
        QCOMPARE(thrown.error().message,
                 u"A sheet of a workbook holds at most 1,048,575 rows below its header; export as "
                 "CSV or JSON instead, or choose less to export."_s);
    }
    QCOMPARE(buffer.size(), 0);
    writer->finish();
    const auto reader = openRecordReader(sourceOf(buffer.data(), std::nullopt));
    Record record;
    int count = 0;
    while (reader->next(record))
        ++count;
    QCOMPARE(count, most);
    QCOMPARE(record.line, most + 1);
}

void TestXlsxWriter::fullDisk()
{
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly));
    const auto writer = makeRecordWriter(FileFormat::Xlsx, full, fourColumns(), 0);
    try {
        writer->finish();
        QFAIL("nothing was thrown");
    } catch (const DatabaseError &thrown) {
        QCOMPARE(thrown.error().kind, ErrorKind::DiskFull);
    }
}

void TestXlsxWriter::fullTemporaryFolder()
{
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/proc"); // takes no files, not even from root
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Error error;
    try {
        makeRecordWriter(FileFormat::Xlsx, buffer, fourColumns(), 0);
    } catch (const DatabaseError &thrown) {
        error = thrown.error();
    }
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QCOMPARE(error.kind, ErrorKind::File);
    QVERIFY(error.message.startsWith(u"The workbook cannot be made because no temporary folder"_s));
}

void TestXlsxWriter::leavesNothingBehind()
{
    const QTemporaryDir folder;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", QFile::encodeName(folder.path()));
    const auto openFiles = [] {
        return QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System).size();
    };
    const qsizetype filesBefore = openFiles();
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto finished = makeRecordWriter(FileFormat::Xlsx, buffer, fourColumns(), 0);
        const auto givenUp = makeRecordWriter(FileFormat::Xlsx, buffer, fourColumns(), 0);
        finished->write({u"a"_s});
        givenUp->write({u"a"_s});
        QVERIFY(openFiles() > filesBefore);
        finished->finish();
    }
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QCOMPARE(openFiles(), filesBefore);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

QTEST_GUILESS_MAIN(TestXlsxWriter)
#include "TestXlsxWriter.moc"
