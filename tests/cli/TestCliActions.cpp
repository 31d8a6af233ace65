// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "support/DatabaseTestCase.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** import of action sheets and merges: --as and --with-taggings. */
class TestCliActions : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void runsASheetAsOneOperation();
    void tellsTheFurtherCounts();
    void rejectsAndGoesOn();
    void withTaggings();
    void merges();
    void namesStayAsTheyWere();
    void refusesOtherWords_data();
    void refusesOtherWords();
    void helpKnowsThem();
};

void TestCliActions::init()
{
    DatabaseTestCase::init();
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note VARCHAR(50))"_s);
    database().execute(
        u"CREATE TABLE links (item INTEGER NOT NULL, tag_id VARCHAR(190) NOT NULL, "
        "PRIMARY KEY (item, tag_id), FOREIGN KEY (tag_id) REFERENCES tags (tag_id))"_s);
    database().execute(u"INSERT INTO tags VALUES ('Go', NULL), ('Perl', NULL), ('Rust', NULL)"_s);
    database().execute(u"INSERT INTO links VALUES (1, 'Go'), (1, 'Perl'), (2, 'Perl')"_s);
    makeJournal(database());
}

void TestCliActions::runsASheetAsOneOperation()
{
    const CliSandbox cli;
    const QString sheet = cli.write(u"sheet.csv"_s, "action,name,target,note\n"
                                                    "add,Ada,,first\n"
                                                    "merge,Perl,Go,\n"
                                                    "rename,Go,Golang,\n"
                                                    "set,Golang,,compiled\n"
                                                    "delete,Rust,,\n");
    const CliRun run = cli.runOn(database(), {u"import"_s, sheet, u"--json"_s});
    COMPARE_STATUS(run, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json.value(u"content"_s).toString(), u"actions"_s);
    QCOMPARE(json.value(u"read"_s).toInt(), 5);
    for (const auto &count : {u"inserted"_s, u"updated"_s, u"renamed"_s, u"merged"_s, u"deleted"_s})
        QVERIFY2(json.value(count).toInt() == 1, run.report());
    QCOMPARE(database().tags(), (QStringList{u"Ada"_s, u"Golang"_s}));
    QCOMPARE(database().column(u"SELECT item FROM links ORDER BY item"_s),
             (QStringList{u"1"_s, u"2"_s}));

    const CliRun history = cli.runOn(database(), {u"history"_s});
    QVERIFY2(history.out.contains(u"Ran 5 actions from sheet.csv (1 added, 1 set, 1 renamed, 1 "
                                  "merged, 1 deleted)"_s),
             history.report());
    COMPARE_STATUS(cli.runOn(database(), {u"undo"_s}), 0);
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Perl"_s, u"Rust"_s}));
    QCOMPARE(database().column(u"SELECT item FROM links"_s).size(), 3);
}

void TestCliActions::tellsTheFurtherCounts()
{
    const CliSandbox cli;
    const QByteArray sheet = "action,name,into\nmerge,Perl,Go\ndelete,Rust,\n";
    const CliRun dry = cli.runOn(database(), {u"import"_s, u"-"_s, u"--dry-run"_s}, sheet);
    COMPARE_STATUS(dry, 0);
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Perl"_s, u"Rust"_s}));
    const QString merged = u"Merged"_s.leftJustified(10) + u"1"_s.rightJustified(12) + u'\n';
    QVERIFY2(dry.out.contains(merged), dry.report());
    const CliRun run = cli.runOn(database(), {u"import"_s, u"-"_s}, sheet);
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.out.contains(merged) && run.out.contains(u"Deleted"_s), run.report());
    QVERIFY2(!run.out.contains(u"Renamed"_s), run.report());
}

void TestCliActions::rejectsAndGoesOn()
{
    const CliSandbox cli;
    const QString rejects = cli.path(u"rejects.csv"_s);
    const CliRun run =
        cli.runOn(database(), {u"import"_s, u"-"_s, u"--json"_s, u"--rejects"_s, rejects},
                  "action,name,target\ndrop,Rust,\nrename,Rust,Rust 2\ndelete,Go,\n");
    COMPARE_STATUS(run, 4);
    QCOMPARE(run.json().value(u"rejected"_s).toInt(), 2);
    QCOMPARE(run.json().value(u"rejections"_s).toArray().size(), 2);
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Perl"_s, u"Rust 2"_s}));
    QVERIFY(CliSandbox::read(rejects).startsWith("line,reason,action,name,target\n2,"));
}

void TestCliActions::withTaggings()
{
    const CliRun run =
        CliSandbox().runOn(database(), {u"import"_s, u"-"_s, u"--with-taggings"_s, u"--json"_s},
                           "action,name\ndelete,Perl\n");
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.json().value(u"deleted"_s).toInt(), 1);
    QCOMPARE(database().column(u"SELECT tag_id FROM links"_s), QStringList{u"Go"_s});
}

void TestCliActions::merges()
{
    const CliSandbox cli;
    CliRun run = cli.runOn(database(), {u"import"_s, u"-"_s, u"--as"_s, u"merges"_s, u"--json"_s},
                           "Go: Perl, Rust\n");
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.json().value(u"content"_s).toString(), u"merges"_s);
    QCOMPARE(run.json().value(u"merged"_s).toInt(), 1);
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
    COMPARE_STATUS(cli.runOn(database(), {u"undo"_s}), 0);
    run = cli.runOn(database(), {u"import"_s, u"-"_s}, "Perl -> Go\nRust -> Go\n");
    COMPARE_STATUS(run, 0);
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
}

void TestCliActions::namesStayAsTheyWere()
{
    const CliSandbox cli;
    CliRun run = cli.runOn(database(), {u"import"_s, u"-"_s, u"--as"_s, u"tags"_s, u"--json"_s},
                           "Perl -> Go\n");
    COMPARE_STATUS(run, 0);
    QVERIFY(database().tags().contains(u"Perl -> Go"_s));
    // What scripts know of the answer for tags has not become more.
    for (const auto &key : {u"content"_s, u"renamed"_s, u"merged"_s, u"deleted"_s})
        QVERIFY2(!run.json().contains(key), run.report());
    run = cli.runOn(database(), {u"import"_s, u"-"_s, u"--format"_s, u"lines"_s}, "Rust -> Go\n");
    COMPARE_STATUS(run, 0);
    QVERIFY(database().tags().contains(u"Rust -> Go"_s));
}

void TestCliActions::refusesOtherWords_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("unknown") << QStringList{u"--as"_s, u"names"_s};
    QTest::newRow("empty") << QStringList{u"--as"_s, u""_s};
    QTest::newRow("no action") << QStringList{u"--as"_s, u"actions"_s};
    QTest::newRow("merges in a table")
        << QStringList{u"--as"_s, u"merges"_s, u"--format"_s, u"csv"_s};
}

void TestCliActions::refusesOtherWords()
{
    QFETCH(const QStringList, options);
    const QStringList before = database().tags();
    const CliRun run = CliSandbox().runOn(database(), QStringList{u"import"_s, u"-"_s} + options,
                                          "name,target\na,b\n");
    COMPARE_STATUS(run, 2);
    QVERIFY2(run.hasOneSentence(), run.report());
    QCOMPARE(database().tags(), before);
}

void TestCliActions::helpKnowsThem()
{
    const CliRun run = CliSandbox().run({u"import"_s, u"--help"_s});
    COMPARE_STATUS(run, 0);
    for (const auto &option : {u"--as tags|merges|actions"_s, u"--with-taggings"_s})
        QVERIFY2(run.out.count(option) == 2, run.report());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliActions)
#include "TestCliActions.moc"
