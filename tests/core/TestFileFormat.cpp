// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/FileFormat.h"

#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestFileFormat : public QObject
{
    Q_OBJECT

private slots:
    void namesAreReadBack();
    void unknownNamesAreNothing();
    void pathTells_data();
    void pathTells();
};

void TestFileFormat::namesAreReadBack()
{
    const QStringList names{u"csv"_s, u"tsv"_s, u"json"_s, u"jsonl"_s, u"lines"_s};
    for (const QString &name : names) {
        const auto format = fileFormatFromName(name);
        QVERIFY2(format.has_value(), qPrintable(name));
        QCOMPARE(fileFormatName(*format), name);
    }
}

void TestFileFormat::unknownNamesAreNothing()
{
    QVERIFY(!fileFormatFromName(u"xml"_s));
    QVERIFY(!fileFormatFromName(u""_s));
    QVERIFY(!fileFormatFromName(u"CSV"_s)); // as on the command line: exactly
}

void TestFileFormat::pathTells_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::newRow("csv") << u"/data/tags.csv"_s << u"csv"_s;
    QTest::newRow("upper case") << u"TAGS.CSV"_s << u"csv"_s;
    QTest::newRow("tsv") << u"tags.tsv"_s << u"tsv"_s;
    QTest::newRow("tab") << u"tags.tab"_s << u"tsv"_s;
    QTest::newRow("json") << u"a.b.json"_s << u"json"_s;
    QTest::newRow("jsonl") << u"tags.jsonl"_s << u"jsonl"_s;
    QTest::newRow("ndjson") << u"tags.ndjson"_s << u"jsonl"_s;
    QTest::newRow("txt") << u"tags.txt"_s << u"lines"_s;
    QTest::newRow("no ending") << u"/data.csv/tags"_s << u""_s;
    QTest::newRow("xlsx") << u"Tags.XLSX"_s << u"xlsx"_s;
    QTest::newRow("packed") << u"tags.tsv.gz"_s << u"tsv"_s;
    QTest::newRow("another ending") << u"tags.ods"_s << u""_s;
    QTest::newRow("nothing") << u""_s << u""_s;
}

void TestFileFormat::pathTells()
{
    QFETCH(const QString, path);
    QFETCH(const QString, expected);
    const auto format = fileFormatFromPath(path);
    QCOMPARE(format ? fileFormatName(*format) : QString(u""_s), expected);
}

QTEST_GUILESS_MAIN(TestFileFormat)

#include "TestFileFormat.moc"
