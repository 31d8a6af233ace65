// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "CompareAccount.h"
#include "support/DatabaseTestCase.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** import --report and --leave-out. */
class TestCliImportReport : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void reportsEveryName_data();
    void reportsEveryName();
    void reportsStandardInput();
    void replacesNoOtherFile();
    void leavesLinesOut_data();
    void leavesLinesOut();
    void refusesOtherWords_data();
    void refusesOtherWords();
    void helpKnowsThem();

private:
    static QByteArray lines(int count);
};

QByteArray TestCliImportReport::lines(int count)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += "tag " + QByteArray::number(i) + '\n';
    return text;
}

void TestCliImportReport::init()
{
    DatabaseTestCase::init();
    database().createMinimalTable();
    makeJournal(database());
}

void TestCliImportReport::reportsEveryName_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("import") << QStringList{};
    QTest::newRow("dry run") << QStringList{u"--dry-run"_s};
}

void TestCliImportReport::reportsEveryName()
{
    QFETCH(const QStringList, options);
    database().insertTags({u"Qt"_s});
    const CliSandbox cli;
    const QString report = cli.path(u"report.csv"_s);
    const CliRun run = cli.runOn(
        database(), QStringList{u"import"_s, cli.write(u"t.csv"_s, "tag_id\nGo\nQt\n\" \"\nRust\n"),
                                u"--report"_s, report, u"--leave-out"_s, u"5"_s, u"--json"_s} +
                        options);
    COMPARE_STATUS(run, 4);
    compareAccount(run, {{u"read"_s, 4},
                         {u"inserted"_s, 1},
                         {u"unchanged"_s, 1},
                         {u"skipped"_s, 1},
                         {u"rejected"_s, 1}});
    QCOMPARE(CliSandbox::read(report),
             QByteArray("line,verdict,name,equal name,equal line,column,reason\n"
                        "2,new,Go,,,,\n"
                        "3,unchanged,Qt,,,,\n"
                        "4,rejected,\" \",,,tag_id,\"The name is empty; give the tag a name.\"\n"
                        "5,skipped,Rust,,,,Left out.\n"));
}

void TestCliImportReport::reportsStandardInput()
{
    const CliSandbox cli;
    const QString report = cli.path(u"report.csv"_s);
    COMPARE_STATUS(
        cli.runOn(database(), {u"import"_s, u"-"_s, u"--report"_s, report}, lines(3'000)), 0);
    QCOMPARE(CliSandbox::read(report).count('\n'), 3'001);
}

void TestCliImportReport::replacesNoOtherFile()
{
    const CliSandbox cli;
    const QString file = cli.write(u"t.txt"_s, "Go\n");
    const QString other = cli.path(u"other.csv"_s);
    for (const QStringList &options :
         {QStringList{u"--report"_s, file},
          QStringList{u"--report"_s, other, u"--rejects"_s, cli.path(u"./other.csv"_s)}}) {
        const CliRun run = cli.runOn(database(), QStringList{u"import"_s, file} + options);
        COMPARE_STATUS(run, 2);
        QVERIFY2(run.hasOneSentence(), run.report());
    }
    QCOMPARE(CliSandbox::read(file), QByteArray("Go\n"));
    QVERIFY(!QFileInfo::exists(other));
    QCOMPARE(database().tags(), QStringList());
}

void TestCliImportReport::leavesLinesOut_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("tags");
    QTest::newRow("one") << QStringList{u"2"_s} << QStringList{u"tag 1"_s, u"tag 3"_s, u"tag 4"_s};
    QTest::newRow("several") << QStringList{u"2,4"_s} << QStringList{u"tag 1"_s, u"tag 3"_s};
    QTest::newRow("range") << QStringList{u"2-4"_s} << QStringList{u"tag 1"_s};
    QTest::newRow("mixed") << QStringList{u"1, 3-3,9"_s} << QStringList{u"tag 2"_s, u"tag 4"_s};
    QTest::newRow("twice") << QStringList{u"1"_s, u"2-3"_s} << QStringList{u"tag 4"_s};
    QTest::newRow("as many as may be") << QStringList{u"1-99999,4"_s} << QStringList{};
}

void TestCliImportReport::leavesLinesOut()
{
    QFETCH(const QStringList, words);
    QFETCH(const QStringList, tags);
    const CliSandbox cli;
    QStringList arguments{u"import"_s, cli.write(u"t.txt"_s, lines(4)), u"--json"_s};
    for (const QString &word : words)
        arguments << u"--leave-out"_s << word;
    const CliRun run = cli.runOn(database(), arguments);
    COMPARE_STATUS(run, 0);
    const auto count = static_cast<int>(tags.size());
    compareAccount(run, {{u"read"_s, 4}, {u"inserted"_s, count}, {u"skipped"_s, 4 - count}});
    QCOMPARE(database().tags(), tags);
}

void TestCliImportReport::refusesOtherWords_data()
{
    QTest::addColumn<QStringList>("options");
    const auto row = [](const QString &option, const QString &word) {
        QTest::newRow(qPrintable(option + u' ' + word)) << QStringList{option, word};
    };
    for (const auto &word :
         {u""_s, u"0"_s, u"x"_s, u"3-"_s, u"+3"_s, u"5-4"_s, u"1,"_s, u"1-2-3"_s, u"1-100001"_s,
          u"1-100000,7"_s, u"99999999999999999999"_s, u"1-9223372036854775807"_s})
        row(u"--leave-out"_s, word);
    row(u"--report"_s, {});
}

void TestCliImportReport::refusesOtherWords()
{
    QFETCH(const QStringList, options);
    const CliSandbox cli;
    const CliRun run =
        cli.runOn(database(), QStringList{u"import"_s, cli.write(u"t.txt"_s, lines(4))} + options);
    COMPARE_STATUS(run, 2);
    QVERIFY2(run.hasOneSentence(), run.report());
    QCOMPARE(database().tags(), QStringList());
}

void TestCliImportReport::helpKnowsThem()
{
    const CliRun run = CliSandbox().run({u"import"_s, u"--help"_s});
    COMPARE_STATUS(run, 0);
    for (const auto &option : {u"--report FILE"_s, u"--leave-out LINE"_s})
        QVERIFY2(run.out.count(option) == 2, run.report());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliImportReport)
#include "TestCliImportReport.moc"
