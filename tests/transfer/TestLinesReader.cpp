// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ReadRecords.h"

#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestLinesReader : public QObject
{
    Q_OBJECT

private slots:
    void records_data();
    void records();
    void largeLine();
};

void TestLinesReader::records_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("LF") << "Python\nFastAPI\n"_ba << QStringList{u"1: Python"_s, u"2: FastAPI"_s};
    QTest::newRow("CRLF") << "Python\r\nFastAPI"_ba << QStringList{u"1: Python"_s, u"2: FastAPI"_s};
    QTest::newRow("lone CR") << "Python\rFastAPI\r"_ba
                             << QStringList{u"1: Python"_s, u"2: FastAPI"_s};
    QTest::newRow("BOM and blank lines")
        << "\xEF\xBB\xBF\r\n \t\r\na\r\n\r\nb\n\n\n"_ba << QStringList{u"3: a"_s, u"5: b"_s};
    QTest::newRow("nothing but the name is read from a line")
        << "\"a,b\"\tc;\n c \n{\"x\":1}\n"_ba
        << QStringList{u"1: \"a,b\"\tc;"_s, u"2:  c "_s, u"3: {\"x\":1}"_s};
    QTest::newRow("UTF-8") << "é\n日本\n😀"_ba << QStringList{u"1: é"_s, u"2: 日本"_s, u"3: 😀"_s};
    QTest::newRow("NUL") << QByteArray("a\0b\nc\n", 6)
                         << QStringList{u"1: a"_s + QChar(0) + u"b ! a NUL character"_s, u"2: c"_s};
    QTest::newRow("blank lines alone") << "\n \n"_ba << QStringList{};
}

void TestLinesReader::records()
{
    QFETCH(QByteArray, data);
    QFETCH(QStringList, expected);
    for (const qsizetype chunkSize : chunkSizes) {
        const Outcome outcome = readRecords(sourceOf(data, FileFormat::Lines), chunkSize);
        QCOMPARE(outcome.error.message, QString());
        QCOMPARE(outcome.columns, QStringList{u"name"_s});
        QCOMPARE(outcome.records, expected);
    }
}

void TestLinesReader::largeLine()
{
    const QByteArray large(1024 * 1024, 'x');
    const Outcome outcome = readRecords(sourceOf("a\n" + large + "\nb", FileFormat::Lines), 4096);
    QCOMPARE(outcome.records.size(), 3);
    QVERIFY(outcome.records[1] == u"2: "_s + QString::fromLatin1(large));
    QCOMPARE(outcome.records[2], u"3: b"_s);
}

QTEST_GUILESS_MAIN(TestLinesReader)
#include "TestLinesReader.moc"
