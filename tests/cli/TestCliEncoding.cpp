// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "support/DatabaseTestCase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What an import says about the encoding of its file. */
class TestCliEncoding : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void tellsOfAGuess_data();
    void tellsOfAGuess();
    void tellsHowItWasFound_data();
    void tellsHowItWasFound();
    void refusesDamagedUtf8_data();
    void refusesDamagedUtf8();
};

namespace
{

const QByteArray &french()
{
    static const QByteArray text = "vert\ncaf\xE9 noir\nth\xE9 vert\nles cl\xE9s de la for\xEAt\n";
    return text;
}

} // namespace

void TestCliEncoding::init()
{
    DatabaseTestCase::init();
    database().createMinimalTable();
    makeJournal(database());
}

void TestCliEncoding::tellsOfAGuess_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("lines") << u"t.txt"_s << french();
    QTest::newRow("lines of any name") << u"t"_s << french();
    QTest::newRow("CSV") << u"t.csv"_s << "name\n" + french();
}

void TestCliEncoding::tellsOfAGuess()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, content);
    const qsizetype offset = content.indexOf('\xE9');
    const qsizetype line = content.first(offset).count('\n') + 1;
    const CliSandbox cli;
    const QStringList import{u"import"_s, cli.write(file, content), u"--dry-run"_s};
    const CliRun text = cli.runOn(database(), import);
    COMPARE_STATUS(text, 0);
    QVERIFY2(text.out.contains(u"\nEncoding  ISO-8859-1, guessed with a confidence of "_s),
             text.report());
    QVERIFY2(text.out.contains(u" %: byte 0xE9 at offset %1, on line %2, is not UTF-8.\n"_s.arg(
                 QString::number(offset), QString::number(line))),
             text.report());

    const CliRun json = cli.runOn(database(), import + QStringList{u"--json"_s});
    COMPARE_STATUS(json, 0);
    const QJsonObject encoding = json.json().value(u"encoding"_s).toObject();
    QCOMPARE(encoding.value(u"name"_s), u"ISO-8859-1"_s);
    QCOMPARE(encoding.value(u"found"_s), u"guess"_s);
    const int confidence = encoding.value(u"confidence"_s).toInt();
    QVERIFY2(confidence > 0 && confidence <= 100, json.report());
    QCOMPARE(encoding.value(u"wrongByte"_s).toObject(),
             QJsonObject({{u"offset"_s, offset}, {u"line"_s, line}, {u"value"_s, 0xE9}}));
}

void TestCliEncoding::tellsHowItWasFound_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QJsonObject>("expected");
    const auto found = [](const QString &name, const QString &how) {
        return QJsonObject{{u"name"_s, name}, {u"found"_s, how}};
    };
    QTest::newRow("UTF-8") << QByteArray("caf\xC3\xA9\n") << QStringList{}
                           << found(u"UTF-8"_s, u"utf-8"_s);
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBFvert\n") << QStringList{}
                          << found(u"UTF-8"_s, u"mark"_s);
    QTest::newRow("zeros") << QByteArray("v\0e\0r\0t\0\n\0", 10) << QStringList{}
                           << found(u"UTF-16LE"_s, u"zeros"_s);
    QTest::newRow("chosen") << french() << QStringList{u"--encoding"_s, u"latin1"_s}
                            << found(u"ISO-8859-1"_s, u"chosen"_s);
}

void TestCliEncoding::tellsHowItWasFound()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QStringList, options);
    QFETCH(const QJsonObject, expected);
    const CliSandbox cli;
    const QStringList import =
        QStringList{u"import"_s, cli.write(u"t.txt"_s, content), u"--dry-run"_s} + options;
    const CliRun json = cli.runOn(database(), import + QStringList{u"--json"_s});
    COMPARE_STATUS(json, 0);
    QCOMPARE(json.json().value(u"encoding"_s).toObject(), expected);
    const CliRun text = cli.runOn(database(), import);
    COMPARE_STATUS(text, 0);
    QVERIFY2(!text.out.contains(u"Encoding"_s), text.report());
}

void TestCliEncoding::refusesDamagedUtf8_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("where");
    QTest::newRow("among good characters")
        << QByteArray("\xC3\xA9\n\xC3\xA8\n\xC3\xAA\n\xC3\xAB\nth\xE9\n")
        << u"the byte 0xE9 at offset 14, on line 5, is wrong"_s;
    QTest::newRow("behind a mark that lies")
        << QByteArray("\xEF\xBB\xBFvert\nth\xE9\n")
        << u"the byte 0xE9 at offset 10, on line 2, is wrong"_s;
}

void TestCliEncoding::refusesDamagedUtf8()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, where);
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"import"_s, cli.write(u"t.txt"_s, content)});
    QVERIFY2(run.hasOneSentence(), run.report());
    QVERIFY2(run.err.contains(where), run.report());
    QVERIFY2(run.err.contains(u"choose another encoding or correct the file"_s), run.report());
    QCOMPARE(database().tags(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliEncoding)
#include "TestCliEncoding.moc"
