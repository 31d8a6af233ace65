// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "PackGzip.h"
#include "ReadRecords.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestGzip : public QObject
{
    Q_OBJECT

private slots:
    void readsAsUnpacked_data();
    void readsAsUnpacked();
    void severalMembers();
    void endingBeforeGzCounts();
    void offsetsAreThoseOfTheText();
    void progressIsThatOfThePackedFile();
    void nothingInside();
    void cutAnywhere();
    void damaged();
    void otherDataBehind();
};

void TestGzip::readsAsUnpacked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("CSV") << "tag_id,note\nPython,\"a\nb\"\nGo,\n"_ba;
    QTest::newRow("TSV") << "tag_id\tnote\nPython\t\nGo\tx\n"_ba;
    QTest::newRow("JSON") << R"({"tags":[{"tag_id":"Python"},{"tag_id":"Go"}]})"_ba;
    QTest::newRow("JSON Lines") << "{\"tag_id\":\"Python\"}\n{\"tag_id\":\"Go\"}\n"_ba;
    QTest::newRow("lines") << "Python\nGo\n"_ba;
    QTest::newRow("Latin-1") << "Caf\xE9\nna\xEFve\nfa\xE7"
                                "ade\nd\xE9j\xE0 vu\n"_ba;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "G\0o\0\n\0",
                                          8);
    QByteArray many = "tag_id,note\n"_ba;
    for (int i = 0; i < 50'000; ++i)
        many += QByteArray::number(i) + ",note " + QByteArray::number(i * 7919) + '\n';
    QTest::newRow("large") << many;
}

void TestGzip::readsAsUnpacked()
{
    QFETCH(QByteArray, text);
    const Outcome expected = readRecords(sourceOf(text, std::nullopt));
    QVERIFY2(expected.error.message.isEmpty(), qPrintable(expected.error.message));
    QVERIFY(!expected.records.isEmpty());
    const bool isLarge = text.size() > 10'000;
    for (const qsizetype chunkSize : chunkSizes) {
        if (isLarge && chunkSize < 64)
            continue;
        const Outcome found = readRecords(sourceOf(packGzip(text), std::nullopt), chunkSize);
        QCOMPARE(found.error.message, QString());
        QCOMPARE(found.format, expected.format);
        QCOMPARE(found.encoding, expected.encoding);
        QCOMPARE(found.columns, expected.columns);
        QCOMPARE(found.records, expected.records);
    }
}

void TestGzip::severalMembers()
{
    const QByteArray packed = packGzip("tag_id,n\nPy") + packGzip("") + packGzip("thon,1\nGo,2\n") +
                              QByteArray(512, '\0');
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome found = readRecords(sourceOf(packed, FileFormat::Csv), chunkSize);
        QCOMPARE(found.error.message, QString());
        QCOMPARE(found.records, QStringList({u"2: Python|1"_s, u"3: Go|2"_s}));
    }
}

void TestGzip::endingBeforeGzCounts()
{
    QCOMPARE(fileFormatFromPath(u"/a/tags.csv.gz"_s), FileFormat::Csv);
    QCOMPARE(fileFormatFromPath(u"tags.2024.NDJSON.GZ"_s), FileFormat::JsonLines);
    QCOMPARE(fileFormatFromPath(u"tags.gz"_s), std::nullopt);

    const QTemporaryDir folder;
    ImportSource source;
    source.path = folder.filePath(u"tags.csv.gz"_s);
    QFile file(source.path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(packGzip("tag_id\nPython\n"));
    file.close();
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome found = readRecords(source, chunkSize);
        QCOMPARE(found.error.message, QString());
        QCOMPARE(found.format, FileFormat::Csv);
        QCOMPARE(found.records, QStringList{u"2: Python"_s});
    }
}

void TestGzip::offsetsAreThoseOfTheText()
{
    const QByteArray text = QByteArray(3000, 'a') + "\n\xFF\n";
    const auto message = [](const QByteArray &bytes) {
        return readRecords(sourceOf(bytes, FileFormat::Lines, u"UTF-8"_s)).error.message;
    };
    QVERIFY(message(text).contains(u"offset 3001, on line 2"_s));
    QCOMPARE(message(packGzip(text)), message(text));

    // The guess looks around the first byte that is not UTF-8, so it has to find that place.
    const QByteArray late = QByteArray(300'000, 'a') + "\nCaf\xE9 d\xE9j\xE0 vu, fa\xE7"
                                                       "ade\n";
    QCOMPARE(readRecords(sourceOf(packGzip(late), FileFormat::Lines)).encoding,
             readRecords(sourceOf(late, FileFormat::Lines)).encoding);
}

void TestGzip::progressIsThatOfThePackedFile()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += QByteArray::number(i * 7919 % 20'011) + '\n';
    const QByteArray packed = packGzip(text);
    const auto reader = openRecordReader(sourceOf(packed, FileFormat::Lines, u"UTF-8"_s), 1024);
    QCOMPARE(reader->totalBytes(), packed.size());
    Record record;
    QVERIFY(reader->next(record));
    QVERIFY(reader->bytesRead() > 0);
    QVERIFY(reader->bytesRead() < packed.size() / 2);
    while (reader->next(record))
        QVERIFY(reader->bytesRead() <= packed.size());
    QCOMPARE(reader->bytesRead(), packed.size());
}

void TestGzip::nothingInside()
{
    const Outcome found = readRecords(sourceOf(packGzip(""), std::nullopt));
    QCOMPARE(found.error.kind, ErrorKind::File);
    QCOMPARE(found.error.message, u"The input is empty; choose one that holds tags."_s);
}

void TestGzip::cutAnywhere()
{
    const QByteArray packed = packGzip("tag_id,note\nPython,a snake\nGo,a game\n");
    for (qsizetype size = 2; size < packed.size(); ++size) {
        // With a chosen encoding nothing is read ahead: the end itself has to be noticed.
        for (const QString &encoding : {QString(), u"UTF-8"_s}) {
            const Outcome found =
                readRecords(sourceOf(packed.first(size), FileFormat::Csv, encoding));
            QCOMPARE(found.error.kind, ErrorKind::File);
            QCOMPARE(found.error.message,
                     u"The input is cut off: its packed data ends after byte %1, in the middle; "
                     "get the whole file."_s.arg(size));
        }
    }
}

void TestGzip::damaged()
{
    const QByteArray packed = packGzip("tag_id,note\nPython,a snake\nGo,a game\n");
    QByteArray checksum = packed;
    checksum[packed.size() - 8] = static_cast<char>(checksum[packed.size() - 8] ^ 1);
    const Error error = readRecords(sourceOf(checksum, FileFormat::Csv)).error;
    QCOMPARE(error.kind, ErrorKind::File);
    QCOMPARE(error.message,
             u"The input is damaged: its packed data is wrong at byte %1 (incorrect data check); "
             "get the file anew."_s.arg(packed.size() - 4));

    for (qsizetype at = 10; at < packed.size(); ++at) {
        QByteArray wrong = packed;
        wrong[at] = static_cast<char>(wrong[at] ^ 0x20);
        QCOMPARE(readRecords(sourceOf(wrong, FileFormat::Csv)).error.kind, ErrorKind::File);
    }
}

void TestGzip::otherDataBehind()
{
    const QByteArray packed = packGzip("tag_id\nPython\n");
    const Error error = readRecords(sourceOf(packed + "more", FileFormat::Csv)).error;
    QCOMPARE(error.kind, ErrorKind::File);
    QCOMPARE(error.message,
             u"The input is damaged: its packed data is wrong at byte %1 (something "
             "else follows the packed data); get the file anew."_s.arg(packed.size()));
}

QTEST_GUILESS_MAIN(TestGzip)
#include "TestGzip.moc"
