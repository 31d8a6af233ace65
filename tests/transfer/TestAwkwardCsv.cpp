// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ReadRecords.h"

#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** Any delimiter, and the files on which other programs lose rows. */
class TestAwkwardCsv : public QObject
{
    Q_OBJECT

private slots:
    void theSeparatorIsRecognised_data();
    void theSeparatorIsRecognised();
    void theSeparatorIsGiven_data();
    void theSeparatorIsGiven();
    void someCharactersCannotSeparate_data();
    void someCharactersCannotSeparate();
    void theDelimiterMakesItCsv();
    void noRowIsLost_data();
    void noRowIsLost();
    void anUnclosedQuoteNamesItsLine_data();
    void anUnclosedQuoteNamesItsLine();
    void aHeaderThatCannotBeUsed_data();
    void aHeaderThatCannotBeUsed();
    void manyRowsWithDoubledLineEnds();
    void aCharacterOnAChunkBorder();
};

void TestAwkwardCsv::theSeparatorIsRecognised_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("delimiter");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("expected");
    const QStringList two{u"tag"_s, u"note"_s};
    const QStringList sound{u"2: a|b"_s, u"3: c|d"_s};

    QTest::newRow("comma") << "tag,note\na,b\nc,d\n"_ba << u","_s << two << sound;
    QTest::newRow("semicolon") << "tag;note\na;b\nc;d\n"_ba << u";"_s << two << sound;
    QTest::newRow("tab") << "tag\tnote\na\tb\nc\td\n"_ba << u"\t"_s << two << sound;
    QTest::newRow("bar") << "tag|note\na|b\nc|d\n"_ba << u"|"_s << two
                         << QStringList{u"2: a|b"_s, u"3: c|d"_s};
    QTest::newRow("header alone, semicolon") << "tag;note\n"_ba << u";"_s << two << QStringList{};
    QTest::newRow("header alone, bar") << "tag|note\n"_ba << u"|"_s << two << QStringList{};
    QTest::newRow("header alone, no line end") << "tag\tnote"_ba << u"\t"_s << two << QStringList{};
    QTest::newRow("semicolons, a comma in a name of the header")
        << "tag;long, free note\na;b\nc;d\n"_ba << u";"_s
        << QStringList{u"tag"_s, u"long, free note"_s} << sound;
    QTest::newRow("semicolons, commas in all values")
        << "tag;note\na;1,5\nc;2,5\n"_ba << u";"_s << two
        << QStringList{u"2: a|1,5"_s, u"3: c|2,5"_s};
    QTest::newRow("commas, the rows ragged")
        << "tag,note\na\nb,c,d\ne,f\n"_ba << u","_s << two
        << QStringList{u"2: a ! 1 field instead of 2"_s, u"3: b|c|d ! 3 fields instead of 2"_s,
                       u"4: e|f"_s};
    QTest::newRow("commas, ragged, a bar in the header")
        << "tag,a|b\nx\ny,z,z\nw\n"_ba << u","_s << QStringList{u"tag"_s, u"a|b"_s}
        << QStringList{u"2: x ! 1 field instead of 2"_s, u"3: y|z|z ! 3 fields instead of 2"_s,
                       u"4: w ! 1 field instead of 2"_s};
    QTest::newRow("one column, a bar in its name")
        << "tag|s\na\nb\n"_ba << u","_s << QStringList{u"tag|s"_s}
        << QStringList{u"2: a"_s, u"3: b"_s};
    QTest::newRow("separators in quotes") << "\"tag;,\"|\"note\t\"\na|b\nc|d\n"_ba << u"|"_s
                                          << QStringList{u"tag;,"_s, u"note\t"_s} << sound;
    QTest::newRow("a quote amid a name of the header")
        << "5\" tag;note\na;b\nc;d\n"_ba << u";"_s << QStringList{u"5\" tag"_s, u"note"_s} << sound;
    QTest::newRow("mark of the byte order before the header")
        << "\xEF\xBB\xBFtag;note\na;b\nc;d\n"_ba << u";"_s << two << sound;
    QTest::newRow("mark of the byte order before a quote with separators")
        << "\xEF\xBB\xBF\"tag,\";note\na;b\nc;d\n"_ba << u";"_s << QStringList{u"tag,"_s, u"note"_s}
        << sound;
    QTest::newRow("UTF-16 with its mark")
        << QByteArray("\xFF\xFEt\0;\0n\0\n\0a\0;\0b\0", 16) << u";"_s << QStringList{u"t"_s, u"n"_s}
        << QStringList{u"2: a|b"_s};
    QTest::newRow("a spreadsheet's first line")
        << "sep=:\r\ntag:note\r\na:b\r\nc:d\r\n"_ba << u":"_s << two
        << QStringList{u"3: a|b"_s, u"4: c|d"_s};
    QTest::newRow("a spreadsheet's first line against the header")
        << "SEP=;\ntag;a,b\nc;d\n"_ba << u";"_s << QStringList{u"tag"_s, u"a,b"_s}
        << QStringList{u"3: c|d"_s};
    QTest::newRow("a spreadsheet's first line in quotes, behind a mark")
        << "\xEF\xBB\xBF\"sep=\t\"\ntag\tnote\na\tb\n"_ba << u"\t"_s << two
        << QStringList{u"3: a|b"_s};
    QTest::newRow("a column that only looks like such a line")
        << "sep=;x\na;b\n"_ba << u";"_s << QStringList{u"sep="_s, u"x"_s}
        << QStringList{u"2: a|b"_s};
}

void TestAwkwardCsv::theSeparatorIsRecognised()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, delimiter);
    QFETCH(QStringList, columns);
    QFETCH(QStringList, expected);
    for (const qsizetype chunkSize : chunkSizes) {
        const ImportSource source = sourceOf(data, FileFormat::Csv);
        const Outcome outcome = readRecords(source, chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.columns, columns);
        QCOMPARE(outcome.records, expected);
        QCOMPARE(QString(openRecordReader(source, chunkSize)->delimiter()), delimiter);
    }
}

void TestAwkwardCsv::theSeparatorIsGiven_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("delimiter");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("expected");
    for (const char separator : {':', '~', '^', ' ', '\'', '=', '/', '\\', '\x1F', '\x01'}) {
        QByteArray data = "tag~note~uses\na,;~\"b\"\"\"~\n\"\"~\"~\"~1~2\n";
        data.replace('~', separator);
        QTest::addRow("%d", separator)
            << data << QString(QLatin1Char(separator)) << u"csv"_s
            << QStringList{u"2: a,;|b\"|∅"_s,
                           u"3: |%1|1|2 ! 4 fields instead of 3"_s.arg(QLatin1Char(separator))};
    }
    QTest::newRow("against what would be recognised")
        << "a,b;c,d\n1,2;3,4\n"_ba << u";"_s << u"csv"_s << QStringList{u"2: 1,2|3,4"_s};
    QTest::newRow("instead of the tab")
        << "a;b\n1\t2;3\n"_ba << u";"_s << u"tsv"_s << QStringList{u"2: 1\t2|3"_s};
    QTest::newRow("against the spreadsheet's line, which is no record")
        << "sep=,\na;b\n1;2\n"_ba << u";"_s << u"csv"_s << QStringList{u"3: 1|2"_s};
    QTest::newRow("that the file does not have")
        << "a;b\n1;2\n"_ba << u"|"_s << u"csv"_s << QStringList{u"2: 1;2"_s};
}

void TestAwkwardCsv::theSeparatorIsGiven()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, delimiter);
    QFETCH(QString, format);
    QFETCH(QStringList, expected);
    ImportSource source = sourceOf(data, fileFormatFromName(format));
    source.delimiter = delimiter.front();
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(source, chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.records, expected);
        QCOMPARE(QString(openRecordReader(source, chunkSize)->delimiter()), delimiter);
    }
}

void TestAwkwardCsv::someCharactersCannotSeparate_data()
{
    QTest::addColumn<QString>("delimiter");
    QTest::addColumn<QString>("named");
    QTest::newRow("quote") << u"\""_s << u"“\"”"_s;
    QTest::newRow("LF") << u"\n"_s << u"A line end"_s;
    QTest::newRow("CR") << u"\r"_s << u"A line end"_s;
    QTest::newRow("letter") << u"x"_s << u"“x”"_s;
    QTest::newRow("digit") << u"0"_s << u"“0”"_s;
    QTest::newRow("beyond ASCII") << u"¦"_s << u"“¦”"_s;
}

void TestAwkwardCsv::someCharactersCannotSeparate()
{
    QFETCH(QString, delimiter);
    QFETCH(QString, named);
    ImportSource source = sourceOf("tag\na\n", FileFormat::Csv);
    source.delimiter = delimiter.front();
    const Outcome outcome = readRecords(source);
    QCOMPARE(outcome.error.kind, ErrorKind::Usage);
    QCOMPARE(outcome.error.message,
             named + u" cannot separate fields; choose an ASCII character that is no letter, "
                     "digit, quote or line end."_s);
}

void TestAwkwardCsv::theDelimiterMakesItCsv()
{
    ImportSource source = sourceOf("tag:note\na:b\n", std::nullopt);
    QCOMPARE(readRecords(source).format, FileFormat::Lines);
    source.delimiter = u':';
    const Outcome outcome = readRecords(source);
    QCOMPARE(outcome.format, FileFormat::Csv);
    QCOMPARE(outcome.records, QStringList{u"2: a|b"_s});

    source = sourceOf("{\"a\":1}\n", FileFormat::JsonLines);
    QVERIFY(openRecordReader(source)->delimiter().isNull());
}

void TestAwkwardCsv::noRowIsLost_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("tabs");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("apostrophes") << "tag,note\nO'Connor,it's\n'a,b'\nc,d\n"_ba << false
                                 << QStringList{u"2: O'Connor|it's"_s, u"3: 'a|b'"_s, u"4: c|d"_s};
    QTest::newRow("apostrophes in TSV")
        << "tag\tnote\nO'Connor\tx\n'\ty\nc\td\n"_ba << true
        << QStringList{u"2: O'Connor|x"_s, u"3: '|y"_s, u"4: c|d"_s};
    QTest::newRow("doubled line ends")
        << "tag,note\r\r\na,b\r\r\nc,d\r\r\n"_ba << false << QStringList{u"3: a|b"_s, u"5: c|d"_s};
    QTest::newRow("a quote amid a field")
        << "tag,note\n12\" disk,a\nb,5\"\nc,\"d\"\n"_ba << false
        << QStringList{u"2: 12\" disk|a"_s, u"3: b|5\""_s, u"4: c|d"_s};
    QTest::newRow("a quote that is not closed swallows no more than to the next one")
        << "tag,note\na,\"b\nc,\"d\"\ne,f\n"_ba << false
        << QStringList{
               u"2: a|b\nc, ! text behind the closing quote of field 2, which opens on line 2"_s,
               u"4: e|f"_s};
    QTest::newRow("the same where an earlier field has lines")
        << "tag,note\n\"a\nb\",\"c\nd,\"e\"\nf,g\n"_ba << false
        << QStringList{
               u"2: a\nb|c\nd, ! text behind the closing quote of field 2, which opens on line 3"_s,
               u"5: f|g"_s};
    QTest::newRow("the same where all is in quotes")
        << "\"tag\",\"note\"\n\"a\",\"b\n\"c\",\"d\"\n\"e\",\"f\"\n"_ba << false
        << QStringList{
               u"2: a|b\n|d ! text behind the closing quote of field 2, which opens on line 2"_s,
               u"4: e|f"_s};
    QTest::newRow("rows of any width")
        << "tag,note\na\nb,c,d,e\nf,\ng,h\n"_ba << false
        << QStringList{u"2: a ! 1 field instead of 2"_s, u"3: b|c|d|e ! 4 fields instead of 2"_s,
                       u"4: f|∅"_s, u"5: g|h"_s};
    QTest::newRow("NUL") << QByteArray("tag,note\na,b\0\nc,d\n", 18) << false
                         << QStringList{u"2: a|b"_s + QChar(0) + u" ! a NUL character"_s,
                                        u"3: c|d"_s};
    QTest::newRow("blank lines and none at the end")
        << "\ntag,note\n\n\na,b\n\r\n\rc,d"_ba << false << QStringList{u"5: a|b"_s, u"8: c|d"_s};
}

void TestAwkwardCsv::noRowIsLost()
{
    QFETCH(QByteArray, data);
    QFETCH(bool, tabs);
    QFETCH(QStringList, expected);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome =
            readRecords(sourceOf(data, tabs ? FileFormat::Tsv : FileFormat::Csv), chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.records, expected);
    }
}

void TestAwkwardCsv::anUnclosedQuoteNamesItsLine_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("line");
    const QByteArray rest = QByteArray("x,y\n").repeated(1000);
    QTest::newRow("in the first record") << "tag,note\na,\"b\n" + rest << 2;
    QTest::newRow("in a later one") << "tag,note\na,b\nc,d\n\"e,f\n" + rest << 4;
    QTest::newRow("behind a field with lines") << "tag,note\n\"a\nb\nc\",\"d\n" + rest << 4;
    QTest::newRow("behind lines with CR") << "tag,note\r\na,b\rc,\"d\r\n" + rest << 3;
    QTest::newRow("behind a spreadsheet's line") << "sep=,\ntag,note\na,\"b\n" + rest << 3;
    QTest::newRow("in the header") << "tag,\"note\na,b\n" + rest << 1;
}

void TestAwkwardCsv::anUnclosedQuoteNamesItsLine()
{
    QFETCH(QByteArray, data);
    QFETCH(int, line);
    for (const qsizetype chunkSize : {qsizetype(1), qsizetype(64), readerChunkSize}) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Csv), chunkSize);
        QCOMPARE(outcome.error.kind, ErrorKind::File);
        QCOMPARE(outcome.error.message, u"The input opens a quote on line %1 that is never closed; "
                                        "close it or double it."_s.arg(line));
    }
}

void TestAwkwardCsv::aHeaderThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("message");
    QTest::newRow("a name twice")
        << "\n\ntag;note;tag\na;b;c\n"_ba
        << u"The input, line 3: the header names the column “tag” twice; rename or remove one of "
           "them."_s;
    QTest::newRow("no name") << "sep=|\ntag|\na|b\n"_ba
                             << u"The input, line 2: column 2 has no name in the header; give it "
                                "one."_s;
    QTest::newRow("nothing but a spreadsheet's line")
        << "sep=;\n"_ba << u"The input has no header; its first line must name the columns."_s;
}

void TestAwkwardCsv::aHeaderThatCannotBeUsed()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, message);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Csv), chunkSize);
        QCOMPARE(outcome.error.message, message);
        QCOMPARE(outcome.error.kind, ErrorKind::File);
    }
}

void TestAwkwardCsv::manyRowsWithDoubledLineEnds()
{
    constexpr int count = 50'000;
    QByteArray data = "tag,note\r\r\n";
    for (int i = 0; i < count; ++i)
        data += "tag-" + QByteArray::number(i) + ",x\r\r\n";
    const auto reader = openRecordReader(sourceOf(data, FileFormat::Csv), 8192);
    Record record;
    for (int i = 0; i < count; ++i) {
        QVERIFY(reader->next(record));
        QCOMPARE(record.fields.front(), Cell(u"tag-%1"_s.arg(i)));
    }
    QVERIFY(!reader->next(record));
}

void TestAwkwardCsv::aCharacterOnAChunkBorder()
{
    const QByteArray data = "tag;note\né;日本\n\"😀;\";ß\n"_ba;
    for (qsizetype chunkSize = 1; chunkSize <= data.size() + 1; ++chunkSize) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Csv), chunkSize);
        QCOMPARE(outcome.records, (QStringList{u"2: é|日本"_s, u"3: 😀;|ß"_s}));
    }
}

QTEST_GUILESS_MAIN(TestAwkwardCsv)
#include "TestAwkwardCsv.moc"
