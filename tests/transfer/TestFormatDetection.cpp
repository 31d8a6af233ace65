// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/FormatDetection.h"

#include <QTest>

using namespace tagsmith;
using namespace Qt::StringLiterals;

class TestFormatDetection : public QObject
{
    Q_OBJECT

private slots:
    void recognised_data();
    void recognised();
    void lastLineMayBeCut();
};

void TestFormatDetection::recognised_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("format");

    QTest::newRow("ending .csv") << u"a.csv"_s << "[1]"_ba << u"csv"_s;
    QTest::newRow("ending .TAB") << u"/x/a.TAB"_s << "a,b\nc,d"_ba << u"tsv"_s;
    QTest::newRow("ending .ndjson") << u"a.ndjson"_s << "{}"_ba << u"jsonl"_s;
    QTest::newRow("ending .json") << u"a.json"_s << "{}\n{}"_ba << u"json"_s;
    QTest::newRow("ending .txt") << u"a.txt"_s << "a,b\nc,d\n"_ba << u"lines"_s;
    QTest::newRow("unknown ending") << u"a.dat"_s << "a,b\nc,d\n"_ba << u"csv"_s;
    QTest::newRow("array of objects") << QString() << " [\n {\"a\":1}]"_ba << u"json"_s;
    QTest::newRow("array of texts") << QString() << "[\"a\"]"_ba << u"json"_s;
    QTest::newRow("empty array") << QString() << "[]"_ba << u"json"_s;
    QTest::newRow("a name in brackets") << QString() << "[solved]\n[open]\n"_ba << u"lines"_s;
    QTest::newRow("object with tags") << QString() << "{\"tags\":[{\"a\":1}]}"_ba << u"json"_s;
    QTest::newRow("object over several lines")
        << QString() << "{\n\"version\":1,\n\"tags\":[\n"_ba << u"json"_s;
    QTest::newRow("objects on lines") << QString() << "{\"a\":\"}\"}\n{\"a\":2}\n"_ba << u"jsonl"_s;
    QTest::newRow("one object on a line") << QString() << "{\"a\":\"x\"}\n"_ba << u"jsonl"_s;
    QTest::newRow("tabs") << QString() << "a,x\tb\nc\td,y\n"_ba << u"tsv"_s;
    QTest::newRow("commas") << QString() << "a,b\r\nc,d\r\n"_ba << u"csv"_s;
    QTest::newRow("semicolons") << QString() << "a;b\nc;d\n"_ba << u"csv"_s;
    QTest::newRow("bars") << QString() << "a,x|b\nc|d\ne|f\n"_ba << u"csv"_s;
    QTest::newRow("names with bars in some")
        << QString() << "read|write\nPython\nQt\n"_ba << u"lines"_s;
    QTest::newRow("a spreadsheet's first line")
        << QString() << "sep=:\ntag\nPython\n"_ba << u"csv"_s;
    QTest::newRow("a quote amid a field")
        << QString() << "tag,note\n5\" disk,b\nc,d\ne,f\n"_ba << u"csv"_s;
    QTest::newRow("commas and line ends in quotes")
        << QString() << "a,b\n\"c,\n,,\",d\n\"\"\"\",e\n"_ba << u"csv"_s;
    QTest::newRow("one ragged row in five")
        << QString() << "a,b\nc,d\ne,f\ng,h,i\nj,k\n"_ba << u"csv"_s;
    QTest::newRow("one quoted column") << QString() << "\"tag\"\n\"a b\"\n"_ba << u"csv"_s;
    QTest::newRow("names, some with commas")
        << QString() << "C, C++ and C#\nPython\nJava, Kotlin\n"_ba << u"lines"_s;
    QTest::newRow("one name with a comma") << QString() << "Washington, D.C.\n"_ba << u"lines"_s;
    QTest::newRow("names") << QString() << "Python\nFastAPI\n"_ba << u"lines"_s;
    QTest::newRow("nothing") << QString() << ""_ba << u"lines"_s;
}

void TestFormatDetection::recognised()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, head);
    QFETCH(QString, format);
    QCOMPARE(fileFormatName(recogniseFormat(path, head, true)), format);
}

void TestFormatDetection::lastLineMayBeCut()
{
    const QByteArray head = "a,b,c\nd,e,f\ng,h,i\nj";
    QCOMPARE(recogniseFormat({}, head, false), FileFormat::Csv);
    QCOMPARE(recogniseFormat({}, head, true), FileFormat::Lines);
}

QTEST_GUILESS_MAIN(TestFormatDetection)
#include "TestFormatDetection.moc"
