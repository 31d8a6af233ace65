// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ReadRecords.h"
#include "core/KnownEncodings.h"
#include "transfer/Encoding.h"
#include "transfer/LineCounter.h"
#include "transfer/Utf8Validator.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestEncoding : public QObject
{
    Q_OBJECT

private slots:
    void recognised_data();
    void recognised();
    void chosen_data();
    void chosen();
    void wrongBytes_data();
    void wrongBytes();
    void unknownEncoding();
    void everyKnownEncodingIsKnownByThatName();
    void strictUtf8_data();
    void strictUtf8();
    void lateForeignByteDecidesTheEncoding();
    void findings_data();
    void findings();
    void findingsFarBehind_data();
    void findingsFarBehind();
    void guessIsMadeOfTheSample_data();
    void guessIsMadeOfTheSample();
    void whatStandsBeforeTheFaultIsRead_data();
    void whatStandsBeforeTheFaultIsRead();
    void linesAreCountedInChunks();
    void binaryFiles_data();
    void binaryFiles();
    void filesThatCannotBeRead();
};

namespace
{

QByteArray utf16(const QString &text, bool littleEndian)
{
    QByteArray bytes;
    for (const QChar unit : text) {
        const char low = static_cast<char>(unit.unicode() & 0xFF);
        const char high = static_cast<char>(unit.unicode() >> 8);
        bytes += littleEndian ? low : high;
        bytes += littleEndian ? high : low;
    }
    return bytes;
}

QByteArray utf32(const QString &text, bool littleEndian)
{
    QByteArray bytes;
    for (const uint character : text.toUcs4()) {
        for (int i = 0; i < 4; ++i)
            bytes += static_cast<char>(character >> 8 * (littleEndian ? i : 3 - i) & 0xFF);
    }
    return bytes;
}

QString sourceText(EncodingFinding::Source source)
{
    switch (source) {
    case EncodingFinding::Source::Chosen: return u"chosen"_s;
    case EncodingFinding::Source::Mark: return u"mark"_s;
    case EncodingFinding::Source::Utf8: return u"UTF-8"_s;
    case EncodingFinding::Source::Zeros: return u"zeros"_s;
    case EncodingFinding::Source::Guess: break;
    }
    return u"guess"_s;
}

/** "NAME by SOURCE", and "; BYTE at OFFSET, LINE" where a byte is wrong. */
QString findingText(const EncodingFinding &finding)
{
    QString text = u"%1 by %2"_s.arg(finding.name, sourceText(finding.source));
    if (finding.wrongOffset >= 0)
        text += u"; %1 at %2, line %3"_s.arg(finding.wrongByte, 2, 16)
                    .arg(finding.wrongOffset)
                    .arg(finding.wrongLine);
    return text;
}

EncodingFinding findingOf(const QByteArray &data, qsizetype chunkSize = readerChunkSize)
{
    ByteSource bytes(sourceOf(data, std::nullopt), chunkSize);
    return recogniseEncoding(bytes);
}

} // namespace

void TestEncoding::recognised_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QStringList>("expected");
    const QString latin = u"Café\nPython\nC++\n"_s;
    const QStringList latinRecords{u"1: Café"_s, u"2: Python"_s, u"3: C++"_s};
    const QString mixed = u"日本\r\n😀, é\r\n"_s;
    const QStringList mixedRecords{u"1: 日本"_s, u"2: 😀, é"_s};

    QTest::newRow("ASCII") << "a\nb"_ba << u"UTF-8"_s << QStringList{u"1: a"_s, u"2: b"_s};
    QTest::newRow("UTF-8") << latin.toUtf8() << u"UTF-8"_s << latinRecords;
    QTest::newRow("UTF-8 with mark")
        << "\xEF\xBB\xBF" + latin.toUtf8() << u"UTF-8"_s << latinRecords;
    QTest::newRow("UTF-16LE with mark")
        << "\xFF\xFE" + utf16(mixed, true) << u"UTF-16LE"_s << mixedRecords;
    QTest::newRow("UTF-16BE with mark")
        << "\xFE\xFF" + utf16(mixed, false) << u"UTF-16BE"_s << mixedRecords;
    QTest::newRow("UTF-16LE, Latin") << utf16(latin, true) << u"UTF-16LE"_s << latinRecords;
    QTest::newRow("UTF-16BE, Latin") << utf16(latin, false) << u"UTF-16BE"_s << latinRecords;
    QTest::newRow("UTF-16LE, Japanese") << utf16(mixed, true) << u"UTF-16LE"_s << mixedRecords;
    QTest::newRow("UTF-16BE, Japanese") << utf16(mixed, false) << u"UTF-16BE"_s << mixedRecords;
    QTest::newRow("UTF-32LE with mark")
        << QByteArray("\xFF\xFE\0\0a\0\0\0\n\0\0\0\x00\xF6\x01\0", 16) << u"UTF-32LE"_s
        << QStringList{u"1: a"_s, u"2: 😀"_s};
    QTest::newRow("UTF-32LE") << utf32(mixed, true) << u"UTF-32LE"_s << mixedRecords;
    QTest::newRow("UTF-32BE") << utf32(mixed, false) << u"UTF-32BE"_s << mixedRecords;
    QTest::newRow("UTF-32LE, Latin") << utf32(latin, true) << u"UTF-32LE"_s << latinRecords;
    QTest::newRow("ISO-8859-1")
        << "caf\xE9 noir et th\xE9 vert\nles cl\xE9s de la for\xEAt\nun \xE9l\xE8ve dans la rue\n"_ba
        << u"ISO-8859-1"_s
        << QStringList{u"1: café noir et thé vert"_s, u"2: les clés de la forêt"_s,
                       u"3: un élève dans la rue"_s};
    QTest::newRow("Shift_JIS")
        << "\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x83\x5E\x83\x4F\n\x83\x76\x83\x8D\x83\x4F\x83\x89"
           "\x83\x7E\x83\x93\x83\x4F\x8C\xBE\x8C\xEA\n\x83\x66\x81\x5B\x83\x5E\x83\x78\x81\x5B"
           "\x83\x58\n"_ba
        << u"Shift_JIS"_s
        << QStringList{u"1: 日本語のタグ"_s, u"2: プログラミング言語"_s, u"3: データベース"_s};
}

void TestEncoding::recognised()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, encoding);
    QFETCH(QStringList, expected);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Lines), chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.encoding, encoding);
        QCOMPARE(outcome.records, expected);
    }
}

void TestEncoding::chosen_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("ISO-8859-1") << "caf\xE9\n"_ba << u"latin1"_s << u"ISO-8859-1"_s
                                << QStringList{u"1: café"_s};
    QTest::newRow("windows-1252") << "\x80 5\n"_ba << u"windows-1252"_s << u"windows-1252"_s
                                  << QStringList{u"1: € 5"_s};
    QTest::newRow("Shift_JIS with a backslash as second byte")
        << "\x94\x5C\x97\xCD\n\xB6\xDE\n"_ba << u"shift_jis"_s << u"Shift_JIS"_s
        << QStringList{u"1: 能力"_s, u"2: ｶﾞ"_s};
    QTest::newRow("ISO-2022-JP") << "\x1B$BF|K\\\x1B(B,a\n"_ba << u"ISO-2022-JP"_s
                                 << u"ISO-2022-JP"_s << QStringList{u"1: 日本,a"_s};
    QTest::newRow("UTF-16 by its mark") << QByteArray("\xFF\xFE"
                                                      "a\0\n\0",
                                                      6)
                                        << u"UTF-16"_s << u"UTF-16"_s << QStringList{u"1: a"_s};
    QTest::newRow("UTF-16LE, the mark is no text")
        << QByteArray("\xFF\xFE"
                      "a\0\n\0",
                      6)
        << u"UTF-16LE"_s << u"UTF-16LE"_s << QStringList{u"1: a"_s};
    QTest::newRow("GB18030") << "\xC8\xD5\xB1\xBE\x94\x39\xFC\x36\n"_ba << u"gb18030"_s
                             << u"GB18030"_s << QStringList{u"1: 日本😀"_s};
    QTest::newRow("UTF-8") << "é\n"_ba << u"utf8"_s << u"UTF-8"_s << QStringList{u"1: é"_s};
}

void TestEncoding::chosen()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, encoding);
    QFETCH(QString, name);
    QFETCH(QStringList, expected);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Lines, encoding), chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.encoding, name);
        QCOMPARE(outcome.records, expected);
    }
}

void TestEncoding::wrongBytes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");

    QTest::newRow("Latin 1 as UTF-8") << "a\nb\r\ncaf\xE9 x\n"_ba << u"UTF-8"_s << 8 << 3;
    QTest::newRow("UTF-8 cut off") << "a\nb\xE2\x82"_ba << u"UTF-8"_s << 3 << 2;
    QTest::newRow("UTF-8 behind a mark") << "\xEF\xBB\xBF"
                                            "a\n\xFF"_ba
                                         << u"UTF-8"_s << 5 << 2;
    QTest::newRow("damaged UTF-8, recognised") << "é\né\né\né\n"_ba + "\xE9\n"
                                               << QString() << 12 << 5;
    QTest::newRow("Shift_JIS") << "a\n\x93\xFA\n\x93\x01\n"_ba << u"Shift_JIS"_s << 5 << 3;
    QTest::newRow("Shift_JIS cut off") << "a\n\x93"_ba << u"Shift_JIS"_s << 2 << 2;
    QTest::newRow("half a surrogate pair in UTF-16") << QByteArray("a\0\n\0\x3D\xD8"
                                                                   "a\0",
                                                                   8)
                                                     << u"UTF-16LE"_s << 4 << 2;
    // ICU gives bytes back beyond the border of a chunk here, and does not tell how many.
    QTest::newRow("half a surrogate pair in UTF-16 without a mark")
        << QByteArray("\0a\0\n\0b\xD8\x3D\0c", 10) << u"UTF-16"_s << 6 << 2;
    QTest::newRow("GB18030") << "a\n\x81\x30\x81z\n"_ba << u"GB18030"_s << 2 << 2;
    QTest::newRow("UTF-16 with an odd number of bytes")
        << QByteArray("a\0\n\0b", 5) << u"UTF-16LE"_s << 4 << 2;
    QTest::newRow("not ASCII") << "a\rb\x80"_ba << u"US-ASCII"_s << 3 << 2;
}

void TestEncoding::wrongBytes()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, encoding);
    QFETCH(int, offset);
    QFETCH(int, line);
    const QString name = encoding.isEmpty() ? u"UTF-8"_s : encoding;
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Lines, encoding), chunkSize);
        QCOMPARE(outcome.error.kind, ErrorKind::File);
        QCOMPARE(outcome.error.message,
                 u"The input is not in the encoding %1: the byte 0x%2 at offset %3, on line %4, is "
                 "wrong; choose another encoding or correct the file."_s.arg(
                     name, QString::fromLatin1(data.mid(offset, 1).toHex().toUpper()),
                     QString::number(offset), QString::number(line)));
    }
}

void TestEncoding::unknownEncoding()
{
    const Outcome outcome = readRecords(sourceOf("a"_ba, FileFormat::Lines, u"UTF-9"_s));
    QCOMPARE(outcome.error.kind, ErrorKind::Usage);
    QCOMPARE(outcome.error.message,
             u"“UTF-9” is not a known encoding; use a name such as UTF-8."_s);
}

void TestEncoding::everyKnownEncodingIsKnownByThatName()
{
    const QStringList names = knownEncodings();
    QCOMPARE(names.first(), u"UTF-8"_s);
    for (const QString &name : names)
        QCOMPARE(canonicalEncoding(name), name);
}

void TestEncoding::strictUtf8_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("wrongOffset");

    QTest::newRow("longest of each length") << "\x7F\xDF\xBF\xEF\xBF\xBF\xF4\x8F\xBF\xBF"_ba << -1;
    QTest::newRow("shortest of each length") << "\xC2\x80\xE0\xA0\x80\xF0\x90\x80\x80"_ba << -1;
    QTest::newRow("overlong, two bytes") << "abc\xC1\xBF"_ba << 3;
    QTest::newRow("overlong, three bytes") << "\xE0\x9F\xBF"_ba << 0;
    QTest::newRow("overlong, four bytes") << "\xF0\x8F\xBF\xBF"_ba << 0;
    QTest::newRow("surrogate") << "a\xED\xA0\x80"_ba << 1;
    QTest::newRow("beyond the last character") << "\xF4\x90\x80\x80"_ba << 0;
    QTest::newRow("continuation alone") << "0123456789\x80"_ba << 10;
    QTest::newRow("third byte wrong") << "0123456\xE2\x82x"_ba << 7;
    QTest::newRow("unfinished") << "ab\xF0\x9F\x98"_ba << 2;
}

void TestEncoding::strictUtf8()
{
    QFETCH(QByteArray, data);
    QFETCH(int, wrongOffset);
    for (const qsizetype chunkSize : chunkSizes) {
        Utf8Validator validator;
        for (qsizetype at = 0; at < data.size() && !validator.failed(); at += chunkSize)
            validator.feed(QByteArrayView(data).sliced(at, qMin(chunkSize, data.size() - at)));
        const bool right = !validator.failed() && validator.complete();
        QCOMPARE(right ? -1 : int(validator.characterOffset()), wrongOffset);
    }
}

void TestEncoding::lateForeignByteDecidesTheEncoding()
{
    QByteArray data;
    for (int i = 0; i < 40'000; ++i)
        data += "plain text number " + QByteArray::number(i) + '\n';
    data += "l'\xE9t\xE9 dans la for\xEAt et le caf\xE9\n";
    const Outcome outcome = readRecords(sourceOf(data, FileFormat::Lines), 4096);
    QCOMPARE(outcome.error.message, QString());
    QCOMPARE(outcome.encoding, u"ISO-8859-1"_s);
    QCOMPARE(outcome.records.constLast(), u"40001: l'été dans la forêt et le café"_s);
}

void TestEncoding::findings_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("expected");

    QTest::newRow("ASCII") << "a\nb"_ba << u"UTF-8 by UTF-8"_s;
    QTest::newRow("mark") << "\xEF\xBB\xBF"
                             "a\n"_ba
                          << u"UTF-8 by mark"_s;
    QTest::newRow("mark that lies") << "\xEF\xBB\xBF"
                                       "a\n\xE9"_ba
                                    << u"UTF-8 by mark"_s;
    QTest::newRow("UTF-16") << utf16(u"a,b\nc,d\n"_s, true) << u"UTF-16LE by zeros"_s;
    QTest::newRow("UTF-16, Japanese") << utf16(u"日本\n"_s, false) << u"UTF-16BE by zeros"_s;
    QTest::newRow("damaged") << "é\né\né\né\n\xE9\n"_ba << u"UTF-8 by UTF-8; e9 at 12, line 5"_s;
    QTest::newRow("damaged, CR and CRLF")
        << "é\ré\r\né\n\ré\xFF"_ba << u"UTF-8 by UTF-8; ff at 13, line 5"_s;
    QTest::newRow("damaged at its end")
        << "日本語の\n\xE6\x97"_ba << u"UTF-8 by UTF-8; e6 at 13, line 2"_s;
    QTest::newRow("inside a character")
        << "日本語の\n\xE6x"_ba << u"UTF-8 by UTF-8; e6 at 13, line 2"_s;
    QTest::newRow("guess") << "le\ncaf\xE9 noir et th\xE9 vert\nles cl\xE9s de la for\xEAt\n"_ba
                           << u"ISO-8859-1 by guess; e9 at 6, line 2"_s;
    QTest::newRow("guess, CRLF") << "les\r\nles\r\nth\xE9 vert, les cl\xE9s de la for\xEAt\r\n"_ba
                                 << u"ISO-8859-1 by guess; e9 at 12, line 3"_s;
}

void TestEncoding::findings()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, expected);
    for (const qsizetype chunkSize : chunkSizes)
        QCOMPARE(findingText(findingOf(data, chunkSize)), expected);
}

void TestEncoding::findingsFarBehind_data()
{
    QTest::addColumn<int>("lines");
    // Around the size of the sample, and of a chunk.
    for (const int lines : {6'000, 6'553, 6'554, 104'857, 104'858, 250'000})
        QTest::addRow("%d lines", lines) << lines;
}

void TestEncoding::findingsFarBehind()
{
    QFETCH(int, lines);
    const QByteArray data = QByteArray("plain tag\n").repeated(lines) +
                            "l'\xE9t\xE9 dans la for\xEAt\n"_ba +
                            QByteArray("plain tag\n").repeated(20'000);
    const QString expected =
        u"ISO-8859-1 by guess; e9 at %1, line %2"_s.arg(lines * 10 + 2).arg(lines + 1);
    const EncodingFinding finding = findingOf(data);
    QCOMPARE(findingText(finding), expected);
    const EncodingFinding inPieces = findingOf(data, 4099);
    QCOMPARE(findingText(inPieces), expected);
    QCOMPARE(inPieces.confidence, finding.confidence);
}

void TestEncoding::guessIsMadeOfTheSample_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("hasConfidence");

    QTest::newRow("French") << "caf\xE9 noir et th\xE9 vert, les cl\xE9s de la for\xEAt\n"_ba
                            << u"ISO-8859-1"_s << true;
    QTest::newRow("nothing fits but what reads everything")
        << "\x81\n"_ba << u"windows-1252"_s << false;
}

void TestEncoding::guessIsMadeOfTheSample()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, name);
    QFETCH(bool, hasConfidence);
    const EncodingFinding finding = findingOf(data);
    QCOMPARE(findingText(finding).section(u';', 0, 0), name + u" by guess"_s);
    if (hasConfidence)
        QVERIFY(finding.confidence > 0 && finding.confidence <= 100);
    else
        QCOMPARE(finding.confidence, -1);
}

void TestEncoding::whatStandsBeforeTheFaultIsRead_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<QString>("message");

    QTest::newRow("line") << "é, é, é, é\nb\n\xFF"_ba << FileFormat::Lines
                          << u"the byte 0xFF at offset 17"_s;
    QTest::newRow("fault of the format first")
        << "[{\"é\" 1}, \"é, é, é, \xFF\"]"_ba << FileFormat::Json << u"a colon is missing"_s;
}

void TestEncoding::whatStandsBeforeTheFaultIsRead()
{
    QFETCH(QByteArray, data);
    QFETCH(FileFormat, format);
    QFETCH(QString, message);
    const Outcome usual = readRecords(sourceOf(data, format));
    QVERIFY2(usual.error.message.contains(message), qPrintable(usual.error.message));
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, format), chunkSize);
        QCOMPARE(outcome.error.message, usual.error.message);
        QCOMPARE(outcome.records, usual.records);
    }
}

void TestEncoding::linesAreCountedInChunks()
{
    const QByteArray piece = "a\r\nbc\n\ndef\r\r\r\n\x8A\x8D\n\r0123456789\r"_ba;
    const QByteArray text = piece.repeated(50);
    QByteArray plain = text;
    plain.replace("\r\n", "\n").replace('\r', '\n');
    for (const qsizetype chunkSize : {1, 2, 3, 8, 9, 64, 250, 2000}) {
        LineCounter counter;
        for (qsizetype at = 0; at < text.size(); at += chunkSize)
            counter.advance(QByteArrayView(text).sliced(at, qMin(chunkSize, text.size() - at)));
        QCOMPARE(counter.line(), plain.count('\n') + 1);
    }
}

void TestEncoding::binaryFiles_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x01", 19);
    QTest::newRow("PDF") << "%PDF-1.7\ntext"_ba;
    QTest::newRow("SQLite") << QByteArray("SQLite format 3\0 text", 21);
    QTest::newRow("many control bytes") << QByteArray("a\x01\x02\x03\x04\x05\0\0\0\x0E text", 15);
}

void TestEncoding::binaryFiles()
{
    QFETCH(QByteArray, data);
    for (const QString &encoding : {QString(), u"ISO-8859-1"_s}) {
        const Outcome outcome = readRecords(sourceOf(data, std::nullopt, encoding));
        QCOMPARE(outcome.error.kind, ErrorKind::File);
        QCOMPARE(outcome.error.message,
                 u"The input is not text but a binary file; save it as CSV or JSON first."_s);
    }
}

void TestEncoding::filesThatCannotBeRead()
{
    const QTemporaryDir folder;
    ImportSource source;
    source.path = folder.filePath(u"absent.csv"_s);
    Outcome outcome = readRecords(source);
    QCOMPARE(outcome.error.kind, ErrorKind::File);
    QCOMPARE(outcome.error.message,
             u"“%1” does not exist; check its path and name."_s.arg(source.path));

    source.path = folder.path();
    outcome = readRecords(source);
    QCOMPARE(outcome.error.message,
             u"“%1” is a folder; choose a file inside it."_s.arg(source.path));

    source.path = folder.filePath(u"empty.csv"_s);
    QVERIFY(QFile(source.path).open(QIODevice::WriteOnly));
    outcome = readRecords(source);
    QCOMPARE(outcome.error.message,
             u"“%1” is empty; choose one that holds tags."_s.arg(source.path));

    // A file that opens and then refuses to be read, whoever reads it.
    source.path = u"/proc/self/mem"_s;
    outcome = readRecords(source);
    QCOMPARE(outcome.error.kind, ErrorKind::File);
    QVERIFY2(outcome.error.message.startsWith(u"“/proc/self/mem” cannot be read ("_s),
             qPrintable(outcome.error.message));
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "TestEncoding.moc"
