// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ReadRecords.h"

#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestJsonReader : public QObject
{
    Q_OBJECT

private slots:
    void records_data();
    void records();
    void fileErrors_data();
    void fileErrors();
    void jsonLines_data();
    void jsonLines();
    void rawTextIsTheElement();
    void keysBehindTheFirstThousandRecords();
    void largeText();
};

void TestJsonReader::records_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("expected");
    const QStringList id{u"tag_id"_s};
    const QStringList name{u"name"_s};
    const QStringList ab{u"a"_s, u"b"_s};

    QTest::newRow("object with tags") << R"({"tags":[{"tag_id":"Python"},{"tag_id":"FastAPI"}]})"_ba
                                      << id << QStringList{u"1: Python"_s, u"1: FastAPI"_s};
    QTest::newRow("bare array")
        << "[\n  {\"tag_id\": \"Python\"},\r\n  {\"tag_id\":\"FastAPI\"}\n]\n"_ba << id
        << QStringList{u"2: Python"_s, u"3: FastAPI"_s};
    QTest::newRow("texts") << R"(["Python", "Fast\"API"])"_ba << name
                           << QStringList{u"1: Python"_s, u"1: Fast\"API"_s};
    QTest::newRow("BOM") << "\xEF\xBB\xBF[\"a\"]"_ba << name << QStringList{u"1: a"_s};
    QTest::newRow("no elements") << R"({"tags": [ ]})"_ba << name << QStringList{};
    QTest::newRow("other members around the tags")
        << R"({"version":1,"x":{"tags":[1,"]"]},"s":"\"","tags":["a"],"more":[{"y":null}],"z":-1.5e3})"_ba
        << name << QStringList{u"1: a"_s};
    QTest::newRow("a line for each token")
        << "{\n\"tags\"\n:\n[\n{\n\"a\"\n:\n1\n}\n,\n{\"a\":2}\n]\n}\n"_ba << QStringList{u"a"_s}
        << QStringList{u"5: 1"_s, u"11: 2"_s};
    QTest::newRow("union of keys")
        << R"([{"b":"1"},{"a":"2","b":"3"},{}])"_ba << QStringList{u"b"_s, u"a"_s}
        << QStringList{u"1: 1|∅"_s, u"1: 3|2"_s, u"1: ∅|∅"_s};
    QTest::newRow("null, empty, true, false") << R"([{"a":null,"b":""},{"a":true,"b":false}])"_ba
                                              << ab << QStringList{u"1: ∅|"_s, u"1: 1|0"_s};
    QTest::newRow("numbers keep their text")
        << R"([{"a":9223372036854775807,"b":-0.10},{"a":18446744073709551615,"b":1E+3}])"_ba << ab
        << QStringList{u"1: 9223372036854775807|-0.10"_s, u"1: 18446744073709551615|1E+3"_s};
    QTest::newRow("escapes") << R"(["\"\\\/\b\f\n\r\t","\u00e9\uD83D\uDE00"])"_ba << name
                             << QStringList{u"1: \"\\/\b\f\n\r\t"_s, u"1: é😀"_s};
    QTest::newRow("brackets inside texts")
        << R"([{"a":"}],{\"","b":"["}])"_ba << ab << QStringList{u"1: }],{\"|["_s};
    QTest::newRow("UTF-8") << "[{\"é\":\"日本\"},{\"é\":\"😀\"}]"_ba << QStringList{u"é"_s}
                           << QStringList{u"1: 日本"_s, u"1: 😀"_s};
    QTest::newRow("nested values")
        << R"([{"a":{"b":[1,{}]},"b":"x"},{"a":[],"b":"y"}])"_ba << ab
        << QStringList{u"1: ∅|x ! “a” holds an object or an array, not a single value"_s,
                       u"1: ∅|y ! “a” holds an object or an array, not a single value"_s};
    QTest::newRow("elements that are no tags")
        << R"(["a",1,null,["b"]])"_ba << name
        << QStringList{u"1: a"_s, u"1: ∅ ! a tag must be an object or a text"_s,
                       u"1: ∅ ! a tag must be an object or a text"_s,
                       u"1: ∅ ! a tag must be an object or a text"_s};
    QTest::newRow("a key twice") << R"([{"a":"x","a":"y"}])"_ba << QStringList{u"a"_s}
                                 << QStringList{u"1: x ! the key “a” stands twice"_s};
    QTest::newRow("an empty key") << R"([{"":"x","a":"y"}])"_ba << QStringList{u"a"_s}
                                  << QStringList{u"1: y ! a key is empty"_s};
    QTest::newRow("NUL") << R"(["a\u0000b"])"_ba << name
                         << QStringList{u"1: a"_s + QChar(0) + u"b ! a NUL character"_s};
    QTest::newRow("half a surrogate pair")
        << R"(["\ud83dx"])"_ba << name
        << QStringList{u"1: "_s + QChar(0xD83D) +
                       u"x ! half a character (a surrogate without its other half)"_s};
}

void TestJsonReader::records()
{
    QFETCH(QByteArray, data);
    QFETCH(QStringList, columns);
    QFETCH(QStringList, expected);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Json), chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.columns, columns);
        QCOMPARE(outcome.records, expected);
    }
}

void TestJsonReader::fileErrors_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("fault");
    const QString missing = u"a value is missing or not in quotes"_s;

    QTest::newRow("no bracket")
        << "Python\n"_ba << u"line 1: an array, or an object with the array “tags”, is missing"_s;
    QTest::newRow("tags is a text")
        << "{\n\"tags\": \"a\"}"_ba << u"line 2: “tags” is not an array"_s;
    QTest::newRow("unquoted value") << "[\n{\"a\":\nPython}]"_ba << u"line 3: "_s + missing;
    QTest::newRow("single quotes") << "[\n{'a':1}]"_ba << u"line 2: a key in quotes is missing"_s;
    QTest::newRow("comma at the end") << "[\"a\",\n]"_ba << u"line 2: a value is missing"_s;
    QTest::newRow("comma missing") << "[\"a\"\n\"b\"]"_ba << u"line 2: a comma or ] is missing"_s;
    QTest::newRow("colon missing") << "[{\"a\"\n1}]"_ba << u"line 2: a colon is missing"_s;
    QTest::newRow("number with a leading zero")
        << "[{\"a\":01}]"_ba << u"line 1: a comma or } is missing"_s;
    QTest::newRow("array cut off") << "[\"a\"\n"_ba << u"line 2: a comma or ] is missing"_s;
    QTest::newRow("object cut off")
        << "[\n{\"a\":1\n"_ba << u"line 2: a bracket is opened and never closed"_s;
    QTest::newRow("text cut off") << "[\n\n\"abc\n"_ba
                                  << u"line 3: a quote is opened and never closed"_s;
    QTest::newRow("text behind the end")
        << "[\"a\"]\n\nx"_ba << u"line 3: text behind the end of the document"_s;
    QTest::newRow("outer object not closed")
        << "{\"tags\":[\"a\"]\n"_ba << u"line 2: a comma or } is missing"_s;
    QTest::newRow("line end in a text")
        << "[\"a\nb\"]"_ba
        << u"line 1: a text holds a line end or control character that is not escaped"_s;
    QTest::newRow("wrong escape")
        << R"(["\x"])"_ba
        << u"line 1: a backslash is followed by a character that it cannot escape"_s;
    QTest::newRow("wrong bracket")
        << "[{\"a\":[1,\n2}]"_ba << u"line 2: a comma or a closing bracket is missing"_s;
    QTest::newRow("NUL between tokens")
        << QByteArray("[\"a\",\n\0]", 8) << u"line 2: a value is missing or not in quotes"_s;
    QTest::newRow("white space alone")
        << " \n "_ba << u"line 2: an array, or an object with the array “tags”, is missing"_s;
    QTest::newRow("nested a million times")
        << "[{\"a\":" + QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') + "}]"
        << u"line 1: objects and arrays are nested too deeply"_s;
}

void TestJsonReader::fileErrors()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, fault);
    const QString message = u"The input is not valid JSON: "_s + fault + u"; correct the file."_s;
    for (const qsizetype chunkSize : chunkSizes) {
        if (data.size() > 10'000 && chunkSize < 1000)
            continue;
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Json), chunkSize);
        QCOMPARE(outcome.error.message, message);
        QCOMPARE(outcome.error.kind, ErrorKind::File);
    }
    const Outcome other = readRecords(sourceOf(R"({"items":[1]})"_ba, FileFormat::Json));
    QCOMPARE(other.error.message, u"The input has no array “tags”; put the tags into one."_s);
}

void TestJsonReader::jsonLines_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("expected");
    const QStringList name{u"name"_s};

    QTest::newRow("LF") << "{\"a\":\"x\"}\n{\"a\":2,\"b\":null}\n"_ba << QStringList{u"a"_s, u"b"_s}
                        << QStringList{u"1: x|∅"_s, u"2: 2|∅"_s};
    QTest::newRow("CRLF, blank lines, BOM")
        << "\xEF\xBB\xBF\r\n{\"a\":\"x\"}\r\n  \r\n{\"a\":\"y\"}"_ba << QStringList{u"a"_s}
        << QStringList{u"2: x"_s, u"4: y"_s};
    QTest::newRow("texts") << "\"a\"\n\"b\"\n"_ba << name << QStringList{u"1: a"_s, u"2: b"_s};
    QTest::newRow("a broken line spoils itself alone")
        << "\"a\"\n{\"name\":\"b\"\n\"c\"\n"_ba << name
        << QStringList{u"1: a"_s, u"2: ∅ ! not valid JSON: a comma or } is missing"_s, u"3: c"_s};
    QTest::newRow("two values on a line")
        << "\"a\" \"b\"\n"_ba << name
        << QStringList{u"1: ∅ ! not valid JSON: text behind the end of a value"_s};
    QTest::newRow("NUL") << QByteArray("\"a\0\"\n", 5) << name
                         << QStringList{
                                u"1: ∅ ! not valid JSON: a text holds a line end or control "
                                "character that is not escaped"_s};
}

void TestJsonReader::jsonLines()
{
    QFETCH(QByteArray, data);
    QFETCH(QStringList, columns);
    QFETCH(QStringList, expected);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::JsonLines), chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.columns, columns);
        QCOMPARE(outcome.records, expected);
    }
}

void TestJsonReader::rawTextIsTheElement()
{
    const QByteArray data = "{\"tags\":[ {\"a\" : 1,\n\"b\":\"é\"} , \"x\\n\" ]}"_ba;
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Json), chunkSize);
        QCOMPARE(outcome.raw, (QStringList{u"{\"a\" : 1,\n\"b\":\"é\"}"_s, u"\"x\\n\""_s}));
    }
}

void TestJsonReader::keysBehindTheFirstThousandRecords()
{
    QByteArray data;
    for (int i = 1; i < 1000; ++i)
        data += "{\"a\":" + QByteArray::number(i) + "}\n";
    data += "{\"a\":1000,\"b\":\"last new key\"}\n{\"a\":1001,\"c\":\"x\"}\n{\"a\":1002}\n";
    const Outcome outcome = readRecords(sourceOf(data, FileFormat::JsonLines));
    QCOMPARE(outcome.columns, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(outcome.records.size(), 1002);
    QCOMPARE(outcome.records[0], u"1: 1|∅"_s);
    QCOMPARE(outcome.records[999], u"1000: 1000|last new key"_s);
    QCOMPARE(outcome.records[1000],
             u"1001: 1001|∅ ! the key “c”, which none of the first records has"_s);
    QCOMPARE(outcome.records[1001], u"1002: 1002|∅"_s);
}

void TestJsonReader::largeText()
{
    const QByteArray large(1024 * 1024, 'x');
    const QByteArray data = "[{\"a\":\"" + large + "\"},{\"a\":\"y\"}]";
    for (const qsizetype chunkSize : {qsizetype(4096), readerChunkSize}) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Json), chunkSize);
        QCOMPARE(outcome.records.size(), 2);
        QVERIFY(outcome.records[0] == u"1: "_s + QString::fromLatin1(large));
        QCOMPARE(outcome.records[1], u"1: y"_s);
    }
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "TestJsonReader.moc"
