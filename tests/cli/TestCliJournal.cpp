// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "UsedTags.h"
#include "support/DatabaseTestCase.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** With the journal, without it, and without writing at all. */
class TestCliJournal : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void refusedWithout_data();
    void refusedWithout();
    void dryRunNeedsNone();
    void goesWithoutOnRequest();
    void leftOutOfJournal();
    void initMakesJournalAlone();
    void embeddedHasItFromTheStart();
    void nothingIsKnownWithout();
    void readOnlyRefuses_data();
    void readOnlyRefuses();
    void readOnlyMakesNoFile();

private:
    QStringList state() { return usedTagsState(database()); }
    int ownTables();
};

/** How many tables of Tagsmith there are. */
int TestCliJournal::ownTables()
{
    const QString sql = isMariaDb() ? u"SELECT COUNT(*) FROM information_schema.tables WHERE "
                                      "table_schema = 'test_db' AND table_name LIKE 'tagsmith%'"_s
                                    : u"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' "
                                      "AND name LIKE 'tagsmith%'"_s;
    return static_cast<int>(database().number(sql));
}

void TestCliJournal::refusedWithout_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("add") << QStringList{u"add"_s, u"Rust"_s};
    QTest::newRow("set") << QStringList{u"set"_s, u"Qt"_s, u"description=x"_s};
    QTest::newRow("rename") << QStringList{u"rename"_s, u"Python"_s, u"Py"_s};
    QTest::newRow("merge") << QStringList{u"merge"_s, u"Python"_s, u"--into"_s, u"Qt"_s};
    QTest::newRow("delete") << QStringList{u"delete"_s, u"Qt"_s};
    QTest::newRow("import") << QStringList{u"import"_s, u"-"_s};
}

void TestCliJournal::refusedWithout()
{
    QFETCH(const QStringList, arguments);
    createUsedTags(database());
    const QStringList before = state();
    const CliRun run =
        CliSandbox().runOn(database(), arguments + QStringList{u"--json"_s}, "Rust\n");
    COMPARE_STATUS(run, 3);
    QCOMPARE(run.errorKind(), u"no-journal"_s);
    QVERIFY2(run.hasOneSentence(), run.report());
    QVERIFY2(run.err.contains(u"tagsmith init"_s), run.report());
    QVERIFY2(run.err.contains(u"--no-journal"_s), run.report());
    QCOMPARE(state(), before);
    QCOMPARE(ownTables(), 0);
}

void TestCliJournal::dryRunNeedsNone()
{
    createUsedTags(database());
    const QStringList before = state();
    const CliRun run =
        CliSandbox().runOn(database(), {u"rename"_s, u"Python"_s, u"Py"_s, u"--dry-run"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.out.startsWith(u"Would rename"_s), run.report());
    QCOMPARE(state(), before);
}

void TestCliJournal::goesWithoutOnRequest()
{
    createUsedTags(database());
    const CliSandbox cli;
    const CliRun text = cli.runOn(database(), {u"add"_s, u"Rust"_s, u"--no-journal"_s});
    COMPARE_STATUS(text, 0);
    QCOMPARE(text.out, u"Added 1 tag.\n"_s);
    QCOMPARE(text.err,
             u"tagsmith: Warning: this change is not in the journal and cannot be undone.\n"_s);

    const CliRun json = cli.runOn(database(), {u"add"_s, u"Go"_s, u"--no-journal"_s, u"--json"_s});
    COMPARE_STATUS(json, 0);
    QVERIFY2(json.json().contains(u"operation"_s), json.report());
    QVERIFY2(json.json().value(u"operation"_s).isNull(), json.report());
    QVERIFY2(json.err.isEmpty(), json.report());

    const CliRun import =
        cli.runOn(database(), {u"import"_s, u"-"_s, u"--no-journal"_s}, "Perl\nRaku\n");
    COMPARE_STATUS(import, 0);
    QVERIFY2(import.err.contains(u"cannot be undone"_s), import.report());
    QCOMPARE(database().tags().size(), 7);
    QCOMPARE(ownTables(), 0);
}

void TestCliJournal::leftOutOfJournal()
{
    createUsedTags(database());
    makeJournal(database());
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"add"_s, u"Rust"_s, u"--no-journal"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.json().value(u"operation"_s).isNull(), run.report());
    const CliRun history = cli.runOn(database(), {u"history"_s, u"--json"_s});
    COMPARE_STATUS(history, 0);
    QCOMPARE(history.json().value(u"operations"_s), QJsonValue(QJsonArray()));
}

void TestCliJournal::initMakesJournalAlone()
{
    createUsedTags(database());
    const QStringList before = state();
    const CliSandbox cli;
    const CliRun shown = cli.runOn(database(), {u"init"_s, u"--dry-run"_s});
    COMPARE_STATUS(shown, 0);
    QCOMPARE(shown.out, u"Would make the journal; nothing was changed.\n"_s);
    QCOMPARE(ownTables(), 0);

    const CliRun made = cli.runOn(database(), {u"init"_s, u"--json"_s});
    COMPARE_STATUS(made, 0);
    QCOMPARE(made.json().value(u"tables"_s), QJsonValue(QJsonArray()));
    QCOMPARE(made.json().value(u"journal"_s), QJsonValue(true));
    QCOMPARE(ownTables(), 3);

    const CliRun again = cli.runOn(database(), {u"init"_s});
    COMPARE_STATUS(again, 0);
    QCOMPARE(again.out, u"The database has its vocabulary and its journal already.\n"_s);
    const CliRun inspect = cli.runOn(database(), {u"inspect"_s, u"--json"_s});
    QCOMPARE(inspect.json().value(u"vocabularies"_s).toArray().size(), 1);
    QCOMPARE(state(), before);
}

void TestCliJournal::embeddedHasItFromTheStart()
{
    const CliSandbox cli;
    const CliRun add = cli.run({u"add"_s, u"Python"_s, u"--json"_s});
    COMPARE_STATUS(add, 0);
    QCOMPARE(add.json().value(u"operation"_s).toString().size(), 36);
    COMPARE_STATUS(cli.run({u"undo"_s}), 0);
    const CliRun list = cli.run({u"list"_s, u"--json"_s});
    QCOMPARE(list.json(), (QJsonObject{{u"tags"_s, QJsonArray()}}));
}

void TestCliJournal::nothingIsKnownWithout()
{
    createUsedTags(database());
    for (const QStringList &command :
         {QStringList{u"history"_s}, QStringList{u"undo"_s}, QStringList{u"undo"_s, u"3"_s},
          QStringList{u"history"_s, u"--keep-days"_s, u"3"_s}}) {
        const CliRun run = CliSandbox().runOn(database(), command + QStringList{u"--json"_s});
        COMPARE_STATUS(run, 3);
        QCOMPARE(run.errorKind(), u"no-journal"_s);
        QVERIFY2(run.hasOneSentence() && run.err.contains(u"tagsmith init"_s), run.report());
        QVERIFY2(!run.err.contains(u"--no-journal"_s), run.report());
    }
}

void TestCliJournal::readOnlyRefuses_data()
{
    refusedWithout_data();
    QTest::newRow("init") << QStringList{u"init"_s, u"--create-table"_s};
    QTest::newRow("undo") << QStringList{u"undo"_s};
    QTest::newRow("clear") << QStringList{u"history"_s, u"--clear-before"_s, u"2999-01-01"_s};
    QTest::newRow("keep") << QStringList{u"history"_s, u"--keep-days"_s, u"1"_s};
}

void TestCliJournal::readOnlyRefuses()
{
    QFETCH(const QStringList, arguments);
    createUsedTags(database());
    makeJournal(database());
    const CliSandbox cli;
    COMPARE_STATUS(cli.runOn(database(), {u"add"_s, u"Go"_s}), 0);
    const QStringList before = state();
    const CliRun run =
        cli.runOn(database(), arguments + QStringList{u"--read-only"_s, u"--json"_s}, "Rust\n");
    COMPARE_STATUS(run, 3);
    QCOMPARE(run.errorKind(), u"read-only"_s);
    QVERIFY2(run.hasOneSentence() && run.err.contains(arguments.constFirst()), run.report());
    QCOMPARE(state(), before);
    COMPARE_STATUS(cli.runOn(database(), {u"list"_s, u"--read-only"_s}), 0);
    const CliRun history = cli.runOn(database(), {u"history"_s, u"--read-only"_s, u"--json"_s});
    COMPARE_STATUS(history, 0);
    QCOMPARE(history.json().value(u"operations"_s).toArray().size(), 1);
}

void TestCliJournal::readOnlyMakesNoFile()
{
    const CliSandbox cli;
    for (const QStringList &command :
         {QStringList{u"add"_s, u"Python"_s}, QStringList{u"init"_s}, QStringList{u"list"_s}}) {
        const CliRun run = cli.run(command + QStringList{u"--read-only"_s});
        COMPARE_STATUS(run, 3);
        QVERIFY2(run.hasOneSentence(), run.report());
        QVERIFY(!QFile::exists(cli.embeddedFile()));
    }
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliJournal)
#include "TestCliJournal.moc"
