// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ReadRecords.h"
#include "transfer/RecordWriter.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestRecordWriter : public QObject
{
    Q_OBJECT

private slots:
    void written_data();
    void written();
    void nothingToWrite_data();
    void nothingToWrite();
    void readsBackTheSame_data();
    void readsBackTheSame();
    void namesThatNoLineCanHold();
    void fullDisk_data();
    void fullDisk();
    void closedDevice();
    void formulasAreMadeSafe_data();
    void formulasAreMadeSafe();
    void aHeaderCannotMislead();
};

namespace
{

std::vector<Column> threeColumns()
{
    std::vector<Column> columns(3);
    columns[0].name = u"tag_id"_s;
    columns[1].name = u"a \"note\""_s;
    columns[2].name = u"uses"_s;
    columns[2].type = ColumnType::Integer;
    return columns;
}

QByteArray writeRows(FileFormat format, const std::vector<Column> &columns,
                     const std::vector<Row> &rows, WriterOptions options = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = makeRecordWriter(format, buffer, columns, 0, options);
    for (const Row &row : rows)
        writer->write(row);
    writer->finish();
    return buffer.data();
}

/** Rows with everything that a format may stumble over. */
std::vector<Row> awkwardRows()
{
    return {{u"plain"_s, u"text"_s, u"12"_s},
            {u"null"_s, std::nullopt, std::nullopt},
            {u"empty"_s, u""_s, u"0"_s},
            {u"comma, tab\tand;"_s, u"\"quoted\""_s, u"-9223372036854775808"_s},
            {u"line\nend"_s, u"\r\n"_s, u"18446744073709551615"_s},
            {u"carriage\rreturn"_s, u"\\ \b\f\u001b"_s, u"1"_s},
            {u" spaces "_s, u"  "_s, u"1"_s},
            {u"é 日本 😀"_s, u"\u2028\u007f\uFEFF"_s, u"1"_s},
            {u"007"_s, u"null"_s, u"1"_s},
            {u"{\"a\":[1"_s, u"]},"_s, u"1"_s},
            {QString(300'000, u'x'), u"a field longer than the buffer"_s, u"1"_s}};
}

} // namespace

void TestRecordWriter::written_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("CSV") << u"csv"_s
                         << "tag_id,\"a \"\"note\"\"\",uses\n"
                            "\"Python, 3\",,42\n"
                            "\"Fast\"\"API\"\"\",\"\",1e3\n"
                            "\"two\nlines\",a\\b,007\n"_ba;
    QTest::newRow("TSV") << u"tsv"_s
                         << "tag_id\t\"a \"\"note\"\"\"\tuses\n"
                            "Python, 3\t\t42\n"
                            "\"Fast\"\"API\"\"\"\t\"\"\t1e3\n"
                            "\"two\nlines\"\ta\\b\t007\n"_ba;
    QTest::newRow("JSON") << u"json"_s
                          << R"({"tags":[)"
                             "\n"
                             R"({"tag_id":"Python, 3","a \"note\"":null,"uses":42},)"
                             "\n"
                             R"({"tag_id":"Fast\"API\"","a \"note\"":"","uses":1e3},)"
                             "\n"
                             R"({"tag_id":"two\nlines","a \"note\"":"a\\b","uses":"007"})"
                             "\n]}\n"_ba;
    QTest::newRow("JSON Lines") << u"jsonl"_s
                                << R"({"tag_id":"Python, 3","a \"note\"":null,"uses":42})"
                                   "\n"
                                   R"({"tag_id":"Fast\"API\"","a \"note\"":"","uses":1e3})"
                                   "\n"
                                   R"({"tag_id":"two\nlines","a \"note\"":"a\\b","uses":"007"})"
                                   "\n"_ba;
}

void TestRecordWriter::written()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, expected);
    const std::vector<Row> rows{{u"Python, 3"_s, std::nullopt, u"42"_s},
                                {u"Fast\"API\""_s, u""_s, u"1e3"_s},
                                {u"two\nlines"_s, u"a\\b"_s, u"007"_s}};
    QCOMPARE(writeRows(*fileFormatFromName(format), threeColumns(), rows), expected);
}

void TestRecordWriter::nothingToWrite_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("CSV") << u"csv"_s << "tag_id,\"a \"\"note\"\"\",uses\n"_ba;
    QTest::newRow("TSV") << u"tsv"_s << "tag_id\t\"a \"\"note\"\"\"\tuses\n"_ba;
    QTest::newRow("JSON") << u"json"_s << "{\"tags\":[]}\n"_ba;
    QTest::newRow("JSON Lines") << u"jsonl"_s << ""_ba;
    QTest::newRow("lines") << u"lines"_s << ""_ba;
}

void TestRecordWriter::nothingToWrite()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, expected);
    QCOMPARE(writeRows(*fileFormatFromName(format), threeColumns(), {}), expected);
}

void TestRecordWriter::readsBackTheSame_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"csv", "tsv", "json", "jsonl"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestRecordWriter::readsBackTheSame()
{
    QFETCH(QString, format);
    const FileFormat fileFormat = *fileFormatFromName(format);
    const std::vector<Row> rows = awkwardRows();
    const QByteArray bytes = writeRows(fileFormat, threeColumns(), rows);
    // Both with the format given and with it recognised from the content.
    for (const std::optional<FileFormat> given :
         {std::optional(fileFormat), std::optional<FileFormat>()}) {
        for (const qsizetype chunkSize : {qsizetype(61), readerChunkSize}) {
            const auto reader = openRecordReader(sourceOf(bytes, given), chunkSize);
            QCOMPARE(reader->format(), fileFormat);
            QCOMPARE(reader->encoding().name, u"UTF-8"_s);
            QCOMPARE(reader->columns(), (QStringList{u"tag_id"_s, u"a \"note\""_s, u"uses"_s}));
            Record record;
            for (const Row &row : rows) {
                QVERIFY(reader->next(record));
                QCOMPARE(record.problem, QString());
                QVERIFY2(record.fields == row, qPrintable(recordText(record).left(200)));
            }
            QVERIFY(!reader->next(record));
        }
    }
}

void TestRecordWriter::namesThatNoLineCanHold()
{
    QCOMPARE(writeRows(FileFormat::Lines, threeColumns(),
                       {{u"C, \"D\""_s, std::nullopt, u"1"_s}, {u" é "_s, u"x"_s, u"2"_s}}),
             "C, \"D\"\n é \n"_ba);
    const auto messageFor = [](const Cell &name) {
        try {
            writeRows(FileFormat::Lines, threeColumns(), {{name, std::nullopt, std::nullopt}});
        } catch (const DatabaseError &thrown) {
            return thrown.error().message;
        }
        return QString();
    };
    QCOMPARE(messageFor(u"a\nb"_s),
             u"The tag “a b” has a line end in its name and cannot be written as a plain line; "
             "choose CSV or JSON."_s);
    for (const Cell &name : {Cell(), Cell(u" "_s)}) {
        QCOMPARE(messageFor(name),
                 u"A tag without a name cannot be written as a plain line; choose CSV or JSON."_s);
    }
}

void TestRecordWriter::fullDisk_data()
{
    readsBackTheSame_data();
    QTest::newRow("lines") << u"lines"_s;
}

void TestRecordWriter::fullDisk()
{
    QFETCH(QString, format);
    QFile file(u"/dev/full"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    Error error;
    try {
        const auto writer = makeRecordWriter(*fileFormatFromName(format), file, threeColumns(), 0);
        writer->write({u"Python"_s, std::nullopt, u"1"_s});
        writer->finish();
    } catch (const DatabaseError &thrown) {
        error = thrown.error();
    }
    QCOMPARE(error.kind, ErrorKind::DiskFull);
    QCOMPARE(error.message, u"“/dev/full” cannot be written because the disk is full; free some "
                            "space or choose another place."_s);
}

void TestRecordWriter::closedDevice()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadOnly);
    const auto writer = makeRecordWriter(FileFormat::Csv, buffer, threeColumns(), 0);
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): ReadOnly device");
    try {
        writer->finish();
        QFAIL("nothing was thrown");
    } catch (const DatabaseError &thrown) {
        QCOMPARE(thrown.error().kind, ErrorKind::File);
        QVERIFY(thrown.error().message.startsWith(u"The output cannot be written ("_s));
    }
}

void TestRecordWriter::formulasAreMadeSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("asText");
    QTest::addColumn<QByteArray>("asNumber");
    QTest::newRow("equals sign") << u"=1+1"_s << "'=1+1"_ba
                                 << "'=1+1"_ba;
    QTest::newRow("link") << u"=HYPERLINK(\"x\";\"y\")"_s
                          << "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\""_ba
                          << "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\""_ba;
    QTest::newRow("plus") << u"+1"_s << "'+1"_ba
                          << "+1"_ba;
    QTest::newRow("minus") << u"-5"_s << "'-5"_ba
                           << "-5"_ba;
    QTest::newRow("real number") << u"-1.5e3"_s << "'-1.5e3"_ba
                                 << "-1.5e3"_ba;
    QTest::newRow("minus before a call") << u"-cmd|x"_s << "'-cmd|x"_ba
                                         << "'-cmd|x"_ba;
    QTest::newRow("at sign") << u"@SUM(A1)"_s << "'@SUM(A1)"_ba
                             << "'@SUM(A1)"_ba;
    QTest::newRow("tab") << u"\t=1"_s << "\"'\t=1\""_ba
                         << "\"'\t=1\""_ba;
    QTest::newRow("CR") << u"\r=1"_s << "\"'\r=1\""_ba
                        << "\"'\r=1\""_ba;
    QTest::newRow("no formula") << u"a=1"_s << "a=1"_ba
                                << "a=1"_ba;
    QTest::newRow("an apostrophe") << u"'tis"_s << "'tis"_ba
                                   << "'tis"_ba;
    QTest::newRow("empty") << u""_s << "\"\""_ba
                           << "\"\""_ba;
}

void TestRecordWriter::formulasAreMadeSafe()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, asText);
    QFETCH(QByteArray, asNumber);
    std::vector<Column> columns(2);
    columns[0].name = u"=tag"_s;
    columns[1].name = u"n"_s;
    const std::vector<Row> rows{{text, text}, {std::nullopt, std::nullopt}};
    for (const ColumnType type : {ColumnType::Integer, ColumnType::Real}) {
        columns[1].type = type;
        QCOMPARE(writeRows(FileFormat::Csv, columns, rows, {true}),
                 "'=tag,n\n" + asText + ',' + asNumber + "\n,\n");
        QCOMPARE(writeRows(FileFormat::Tsv, columns, rows, {true}),
                 "'=tag\tn\n" + asText + '\t' + asNumber + "\n\t\n");
        for (const FileFormat format : {FileFormat::Json, FileFormat::JsonLines, FileFormat::Csv}) {
            const bool isCsv = format == FileFormat::Csv;
            const QByteArray written = writeRows(format, columns, rows, {!isCsv});
            QCOMPARE(written, writeRows(format, columns, rows));
            QVERIFY(!written.contains("'="));
        }
    }
}

void TestRecordWriter::aHeaderCannotMislead()
{
    for (const QString &name : {u"a|b"_s, u"a;b"_s, u"a\tb"_s, u"a,b"_s}) {
        std::vector<Column> columns(1);
        columns[0].name = name;
        const std::vector<Row> rows{{u"c|d"_s}, {u"e;f"_s}, {u"g"_s}};
        for (const FileFormat format : {FileFormat::Csv, FileFormat::Tsv}) {
            const auto reader =
                openRecordReader(sourceOf(writeRows(format, columns, rows), format));
            QCOMPARE(reader->columns(), QStringList{name});
            Record record;
            for (const Row &row : rows) {
                QVERIFY(reader->next(record));
                QVERIFY2(record.fields == row, qPrintable(recordText(record)));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestRecordWriter)
#include "TestRecordWriter.moc"
