// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "CompareAccount.h"
#include "support/DatabaseTestCase.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** import with several files, and with what was chosen for the last one. */
class TestCliSeveralFiles : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void importsThemAsOne();
    void tellsTheFileOfALine();
    void takesInputAlone();
    void refusesAFileThatDoesNotFit();
    void remembersWhatWasChosen();
    void refusesToRememberNothing();
};

void TestCliSeveralFiles::init()
{
    DatabaseTestCase::init();
    COMPARE_STATUS(CliSandbox().runOn(database(), {u"init"_s, u"--create-table"_s}), 0);
}

void TestCliSeveralFiles::importsThemAsOne()
{
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"import"_s, cli.write(u"a.txt"_s, "Ada\nBasic\n"),
                                              cli.write(u"b.txt"_s, "Cobol\n"),
                                              cli.write(u"c.txt"_s, "Ada\nD\n"), u"--json"_s});
    COMPARE_STATUS(run, 0);
    compareAccount(run, {{u"read"_s, 5}, {u"inserted"_s, 4}, {u"unchanged"_s, 1}});
    QCOMPARE(database().tags(), (QStringList{u"Ada"_s, u"Basic"_s, u"Cobol"_s, u"D"_s}));
    const QJsonObject pair = run.json()[u"equalNames"_s][0].toObject();
    QCOMPARE(pair[u"file"_s].toString(), cli.path(u"c.txt"_s));
    QCOMPARE(pair[u"line"_s].toInt(), 1);
    QCOMPARE(pair[u"otherFile"_s].toString(), cli.path(u"a.txt"_s));
    QCOMPARE(pair[u"otherLine"_s].toInt(), 1);
    QCOMPARE(run.json()[u"files"_s][2][u"linesBefore"_s].toInt(), 3);

    const CliRun history = cli.runOn(database(), {u"history"_s});
    QVERIFY2(history.out.contains(u"a.txt and 2 more"_s), history.report());
}

void TestCliSeveralFiles::tellsTheFileOfALine()
{
    const CliSandbox cli;
    const QString a = cli.write(u"a.csv"_s, "tag_id,description\nAda,1\n");
    const QString b = cli.write(u"b.csv"_s, "description,tag_id\n2,Basic\n3,\n4,Ada\n");
    const CliRun text = cli.runOn(database(), {u"import"_s, a, b, u"--dry-run"_s});
    COMPARE_STATUS(text, 4);
    QVERIFY2(text.out.contains(u"  line 3 of b.csv: "_s), text.report());
    QVERIFY2(text.out.contains(u"  line 4 of b.csv: \"Ada\" and \"Ada\" on line 2 of a.csv\n"_s),
             text.report());

    // Lines to leave out are counted on over the files, as the answer tells.
    const CliRun json =
        cli.runOn(database(), {u"import"_s, a, b, u"--leave-out"_s, u"5"_s, u"--json"_s});
    COMPARE_STATUS(json, 0);
    compareAccount(json, {{u"read"_s, 4}, {u"inserted"_s, 2}, {u"skipped"_s, 2}});
    QCOMPARE(json.json()[u"files"_s][1][u"linesBefore"_s].toInt(), 2);
    QCOMPARE(database().tags(), (QStringList{u"Ada"_s, u"Basic"_s}));

    const CliRun one = cli.runOn(database(), {u"import"_s, a, u"--json"_s});
    COMPARE_STATUS(one, 0);
    QVERIFY2(!one.json().contains(u"files"_s), one.report());
}

void TestCliSeveralFiles::takesInputAlone()
{
    const CliSandbox cli;
    const QString file = cli.write(u"a.txt"_s, "Ada\n");
    for (const QStringList &files :
         {QStringList{u"-"_s, file}, QStringList{file, u"-"_s}, QStringList{file, file}}) {
        const CliRun run = cli.runOn(database(), QStringList(u"import"_s) + files, "Basic\n");
        COMPARE_STATUS(run, 2);
        QVERIFY2(run.hasOneSentence(), run.report());
    }
    QCOMPARE(database().tags(), QStringList());
}

void TestCliSeveralFiles::refusesAFileThatDoesNotFit()
{
    const CliSandbox cli;
    const QString a = cli.write(u"a.csv"_s, "tag_id,description\nAda,1\n");
    const QString other = cli.write(u"b.csv"_s, "tag_id,color\nBasic,red\n");
    for (const QString &second : {other, cli.path(u"missing.csv"_s)}) {
        const CliRun run = cli.runOn(database(), {u"import"_s, a, second});
        COMPARE_STATUS(run, 1);
        QVERIFY2(run.hasOneSentence() && run.err.contains(second), run.report());
    }
    QCOMPARE(database().tags(), QStringList());
}

void TestCliSeveralFiles::remembersWhatWasChosen()
{
    const CliSandbox cli;
    const QString first = cli.write(u"a.csv"_s, "Title,Text\n ADA ,1\n");
    COMPARE_STATUS(
        cli.runOn(database(), {u"import"_s, first, u"--map"_s, u"title=tag_id"_s, u"--map"_s,
                               u"Text=description"_s, u"--names"_s, u"trim,lower"_s,
                               u"--on-existing"_s, u"update"_s, u"--remember"_s}),
        0);
    const QString second = cli.write(u"b.csv"_s, "title,text\nAda,2\nBASIC,3\n");
    const CliRun run = cli.runOn(database(), {u"import"_s, second, u"--remembered"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    compareAccount(run, {{u"read"_s, 2}, {u"inserted"_s, 1}, {u"updated"_s, 1}});
    QCOMPARE(database().column(u"SELECT description FROM tags ORDER BY tag_id"_s),
             (QStringList{u"2"_s, u"3"_s}));

    const CliRun other =
        cli.runOn(database(),
                  {u"import"_s, cli.write(u"c.csv"_s, "text,title\nx,Cobol\n"), u"--remembered"_s});
    COMPARE_STATUS(other, 2);
    QVERIFY2(other.hasOneSentence() && other.err.contains(u"text, title"_s), other.report());
}

void TestCliSeveralFiles::refusesToRememberNothing()
{
    const CliSandbox cli;
    const QString csv = cli.write(u"a.csv"_s, "tag_id,description\nAda,1\n");
    const QString lines = cli.write(u"a.txt"_s, "Ada\nBasic\n");
    for (const QStringList &words :
         {QStringList{lines, u"--remember"_s}, QStringList{csv, u"--remember"_s, u"--dry-run"_s},
          QStringList{csv, u"--remembered"_s},
          QStringList{csv, u"--remembered"_s, u"--names"_s, u"trim"_s}}) {
        const CliRun run = cli.runOn(database(), QStringList(u"import"_s) + words);
        COMPARE_STATUS(run, 2);
        QVERIFY2(run.hasOneSentence(), run.report());
    }
    QCOMPARE(database().tags(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliSeveralFiles)
#include "TestCliSeveralFiles.moc"
