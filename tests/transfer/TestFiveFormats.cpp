// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ReadRecords.h"

#include <QFile>
#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

/** The same five tags in files of five formats and several encodings. */
class TestFiveFormats : public QObject
{
    Q_OBJECT

private slots:
    void sameRecords_data();
    void sameRecords();
    void sameNamesInPlainLines();
};

namespace
{

QString dataFile(const QString &name)
{
    return QStringLiteral(TAGSMITH_TEST_DATA "/transfer/") + name;
}

QStringList withoutLineNumbers(const QStringList &records)
{
    QStringList texts;
    for (const QString &record : records)
        texts.append(record.sliced(record.indexOf(u' ') + 1));
    return texts;
}

} // namespace

void TestFiveFormats::sameRecords_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("CSV") << u"five.csv"_s << u"csv"_s << u"UTF-8"_s;
    QTest::newRow("TSV") << u"five.tsv"_s << u"tsv"_s << u"UTF-8"_s;
    QTest::newRow("JSON") << u"five.json"_s << u"json"_s << u"UTF-8"_s;
    QTest::newRow("JSON Lines") << u"five.jsonl"_s << u"jsonl"_s << u"UTF-8"_s;
    QTest::newRow("CSV, UTF-16LE, CRLF") << u"five-utf16le.csv"_s << u"csv"_s << u"UTF-16LE"_s;
    QTest::newRow("CSV, UTF-16BE, CR") << u"five-utf16be.csv"_s << u"csv"_s << u"UTF-16BE"_s;
    QTest::newRow("CSV, Shift_JIS, no ending") << u"five-shiftjis"_s << u"csv"_s << u"Shift_JIS"_s;
    QTest::newRow("TSV, UTF-8 with mark, no ending") << u"five-bom"_s << u"tsv"_s << u"UTF-8"_s;
}

void TestFiveFormats::sameRecords()
{
    QFETCH(QString, file);
    QFETCH(QString, format);
    QFETCH(QString, encoding);
    ImportSource source;
    source.path = dataFile(file);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(source, chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(fileFormatName(outcome.format), format);
        QCOMPARE(outcome.encoding, encoding);
        QCOMPARE(outcome.columns, (QStringList{u"tag_id"_s, u"description"_s}));
        QCOMPARE(withoutLineNumbers(outcome.records),
                 (QStringList{u"Python|a language, and a snake"_s, u"FastAPI|∅"_s,
                              u"日本語|ことばの \"タグ\""_s, u"C++|"_s, u"web|two\nlines"_s}));
    }
}

void TestFiveFormats::sameNamesInPlainLines()
{
    ImportSource source;
    source.path = dataFile(u"five.txt"_s);
    const Outcome outcome = readRecords(source);
    QCOMPARE(outcome.columns, QStringList{u"name"_s});
    QCOMPARE(withoutLineNumbers(outcome.records),
             (QStringList{u"Python"_s, u"FastAPI"_s, u"日本語"_s, u"C++"_s, u"web"_s}));
}

QTEST_GUILESS_MAIN(TestFiveFormats)
#include "TestFiveFormats.moc"
