// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ReadRecords.h"

#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestDelimitedReader : public QObject
{
    Q_OBJECT

private slots:
    void records_data();
    void records();
    void fileErrors_data();
    void fileErrors();
    void rawTextOfARecordWhoseQuotesAreOutOfOrder();
    void largeField();
    void manyRecordsAcrossChunks();
};

void TestDelimitedReader::records_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("tabs");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("expected");
    const QStringList two{u"tag"_s, u"note"_s};
    const QStringList one{u"tag"_s};

    QTest::newRow("LF") << "tag,note\na,b\nc,d\n"_ba << false << two
                        << QStringList{u"2: a|b"_s, u"3: c|d"_s};
    QTest::newRow("no line end at the end")
        << "tag,note\na,b"_ba << false << two << QStringList{u"2: a|b"_s};
    QTest::newRow("CRLF") << "tag,note\r\na,b\r\nc,d\r\n"_ba << false << two
                          << QStringList{u"2: a|b"_s, u"3: c|d"_s};
    QTest::newRow("lone CR") << "tag,note\ra,b\rc,d\r"_ba << false << two
                             << QStringList{u"2: a|b"_s, u"3: c|d"_s};
    QTest::newRow("all three line ends") << "tag,note\r\na,b\rc,d\ne,f"_ba << false << two
                                         << QStringList{u"2: a|b"_s, u"3: c|d"_s, u"4: e|f"_s};
    QTest::newRow("BOM") << "\xEF\xBB\xBFtag,note\na,b\n"_ba << false << two
                         << QStringList{u"2: a|b"_s};
    QTest::newRow("BOM before a quoted name")
        << "\xEF\xBB\xBF\"tag\",note\na,b\n"_ba << false << two << QStringList{u"2: a|b"_s};
    QTest::newRow("header with spaces")
        << " tag , note\na,b\n"_ba << false << two << QStringList{u"2: a|b"_s};
    QTest::newRow("header alone") << "tag,note\n"_ba << false << two << QStringList{};
    QTest::newRow("quotes") << "tag,note\n\"a,\"\"x\"\"\",\"b\"\n"_ba << false << two
                            << QStringList{u"2: a,\"x\"|b"_s};
    QTest::newRow("nothing but quotes inside quotes")
        << "tag,note\n\"\"\"\"\"\",\"\"\"\"\n"_ba << false << two << QStringList{u"2: \"\"|\""_s};
    QTest::newRow("quote inside a plain field")
        << "tag,note\n5\" disk,b\n"_ba << false << two << QStringList{u"2: 5\" disk|b"_s};
    QTest::newRow("NULL and empty text")
        << "tag,note\na,\nb,\"\"\n"_ba << false << two << QStringList{u"2: a|∅"_s, u"3: b|"_s};
    QTest::newRow("quoted last field at the end")
        << "tag,note\na,\"b\""_ba << false << two << QStringList{u"2: a|b"_s};
    QTest::newRow("embedded LF") << "tag,note\n\"a\n\nb\",c\nd,e\n"_ba << false << two
                                 << QStringList{u"2: a\n\nb|c"_s, u"5: d|e"_s};
    QTest::newRow("embedded CRLF") << "tag,note\r\n\"a\r\nb\",c\r\nd,e\r\n"_ba << false << two
                                   << QStringList{u"2: a\r\nb|c"_s, u"4: d|e"_s};
    QTest::newRow("embedded CR") << "tag,note\r\"a\rb\",c\rd,e\r"_ba << false << two
                                 << QStringList{u"2: a\rb|c"_s, u"4: d|e"_s};
    QTest::newRow("blank lines count for the line numbers")
        << "\n\ntag,note\n\na,b\r\n\r\nc,d\n\n"_ba << false << two
        << QStringList{u"5: a|b"_s, u"7: c|d"_s};
    QTest::newRow("too few fields") << "tag,note\na\nb,c\n"_ba << false << two
                                    << QStringList{u"2: a ! 1 field instead of 2"_s, u"3: b|c"_s};
    QTest::newRow("too many fields")
        << "tag,note\na,b,c\nd,e\n"_ba << false << two
        << QStringList{u"2: a|b|c ! 3 fields instead of 2"_s, u"3: d|e"_s};
    QTest::newRow("comma at the end") << "tag,note\na,b,\n"_ba << false << two
                                      << QStringList{u"2: a|b|∅ ! 3 fields instead of 2"_s};
    QTest::newRow("NUL") << QByteArray("tag,note\na\0x,b\nc,d\n", 19) << false << two
                         << QStringList{u"2: a"_s + QChar(0) + u"x|b ! a NUL character"_s,
                                        u"3: c|d"_s};
    QTest::newRow("NUL in quotes") << QByteArray("tag,note\n\"a\0\",b\n", 16) << false << two
                                   << QStringList{u"2: a"_s + QChar(0) + u"|b ! a NUL character"_s};
    QTest::newRow("text behind a closing quote")
        << "tag,note\n\"a\"x,b\nc,d\n"_ba << false << two
        << QStringList{u"2: a|b ! text behind the closing quote of field 1"_s, u"3: c|d"_s};
    QTest::newRow("semicolons") << "tag;note\na;b,c\n\"d;e\";f\n"_ba << false << two
                                << QStringList{u"2: a|b,c"_s, u"3: d;e|f"_s};
    QTest::newRow("a semicolon in the quotes of the header")
        << "\"a;b\"\nc;d\n"_ba << false << QStringList{u"a;b"_s} << QStringList{u"2: c;d"_s};
    QTest::newRow("one column") << "tag\na b\nc\n"_ba << false << one
                                << QStringList{u"2: a b"_s, u"3: c"_s};
    QTest::newRow("UTF-8") << "tag,note\né,日本\n😀,\"ß\"\"\"\n"_ba << false << two
                           << QStringList{u"2: é|日本"_s, u"3: 😀|ß\""_s};
    QTest::newRow("TSV") << "tag\tnote\na,b\t\n\"c\td\"\t\"\"\n"_ba << true << two
                         << QStringList{u"2: a,b|∅"_s, u"3: c\td|"_s};
    QTest::newRow("TSV, ragged") << "tag\tnote\na\tb\tc\n"_ba << true << two
                                 << QStringList{u"2: a|b|c ! 3 fields instead of 2"_s};
}

void TestDelimitedReader::records()
{
    QFETCH(QByteArray, data);
    QFETCH(bool, tabs);
    QFETCH(QStringList, columns);
    QFETCH(QStringList, expected);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome =
            readRecords(sourceOf(data, tabs ? FileFormat::Tsv : FileFormat::Csv), chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.columns, columns);
        QCOMPARE(outcome.records, expected);
    }
}

void TestDelimitedReader::fileErrors_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("message");

    QTest::newRow("unclosed quote")
        << "tag,note\na,b\nc,\"d\ne,f\n"_ba
        << u"The input opens a quote on line 3 that is never closed; close it or double it."_s;
    QTest::newRow("unclosed quote after an embedded line end")
        << "tag,note\n\"a\nb\",\"c\nd,e\n"_ba
        << u"The input opens a quote on line 3 that is never closed; close it or double it."_s;
    QTest::newRow("unclosed quote in the header")
        << "\"tag,note\na,b\n"_ba
        << u"The input opens a quote on line 1 that is never closed; close it or double it."_s;
    QTest::newRow("a quote as the last character")
        << "tag,note\na,\""_ba
        << u"The input opens a quote on line 2 that is never closed; close it or double it."_s;
    QTest::newRow("duplicate names")
        << "tag,note,tag\na,b,c\n"_ba
        << u"The input, line 1: the header names the column “tag” twice; rename or remove one of "
           "them."_s;
    QTest::newRow("empty name")
        << "\ntag,,note\na,b,c\n"_ba
        << u"The input, line 2: column 2 has no name in the header; give it one."_s;
    QTest::newRow("text behind a quote in the header")
        << "tag,\"a\"b\n"_ba
        << u"The input, line 1: text behind the closing quote of field 2; correct the quotes."_s;
    QTest::newRow("blank lines alone")
        << "\n\n"_ba << u"The input has no header; its first line must name the columns."_s;
    QTest::newRow("empty") << ""_ba << u"The input is empty; choose one that holds tags."_s;
    QTest::newRow("BOM alone") << "\xEF\xBB\xBF"_ba
                               << u"The input is empty; choose one that holds tags."_s;
}

void TestDelimitedReader::fileErrors()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, message);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Csv), chunkSize);
        QCOMPARE(outcome.error.message, message);
        QCOMPARE(outcome.error.kind, ErrorKind::File);
    }
}

void TestDelimitedReader::rawTextOfARecordWhoseQuotesAreOutOfOrder()
{
    const QByteArray data = "tag,note\r\n\"a\"\"\r\nb\"c,\"d\"\r\nx,y,z\rlast,1"_ba;
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Csv), chunkSize);
        QCOMPARE(outcome.raw, (QStringList{u"\"a\"\"\r\nb\"c,\"d\""_s, QString(), QString()}));
    }
}

void TestDelimitedReader::largeField()
{
    const QByteArray large(1024 * 1024, 'x');
    const QByteArray data = "tag,note\na," + large + "\nb,\"" + large + "\"\"\n\"\nc,d\n";
    for (const qsizetype chunkSize : {qsizetype(4096), readerChunkSize}) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Csv), chunkSize);
        QCOMPARE(outcome.records.size(), 3);
        QVERIFY(outcome.records[0] == u"2: a|"_s + QString::fromLatin1(large));
        QVERIFY(outcome.records[1] == u"3: b|"_s + QString::fromLatin1(large) + u"\"\n"_s);
        QCOMPARE(outcome.records[2], u"5: c|d"_s);
    }
}

void TestDelimitedReader::manyRecordsAcrossChunks()
{
    constexpr int count = 100'000;
    QByteArray data = "tag,note\n";
    for (int i = 0; i < count; ++i)
        data += "tag-" + QByteArray::number(i) + ",\"naïve, 日本\"\n";
    const auto reader = openRecordReader(sourceOf(data, FileFormat::Csv));
    Record record;
    for (int i = 0; i < count; ++i) {
        QVERIFY(reader->next(record));
        QCOMPARE(recordText(record), u"%1: tag-%2|naïve, 日本"_s.arg(i + 2).arg(i));
    }
    QVERIFY(!reader->next(record));
    QCOMPARE(reader->bytesRead(), data.size());
}

QTEST_GUILESS_MAIN(TestDelimitedReader)
#include "TestDelimitedReader.moc"
