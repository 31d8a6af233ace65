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

/** init, add, set, rename and delete. */
class TestCliEditing : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void initEmbedded();
    void initDryRunMakesNothing();
    void initNeedsCreateTable();
    void initMakesSqliteFile();
    void embeddedIsMadeOnDemand();
    void add();
    void addExisting();
    void addWithValues();
    void setValues();
    void setUnknown();
    void rename();
    void renameOntoAnother();
    void renameMissing();
    void deleteUnused();
    void deleteInUse();
    void dryRuns_data();
    void dryRuns();
    void textAnswers();
    void minimalTableStaysMinimal();

private:
    QStringList state() { return usedTagsState(database()); }
    static void compareReceipt(const CliRun &run, const QString &kind, int tags);
};

void TestCliEditing::compareReceipt(const CliRun &run, const QString &kind, int tags)
{
    COMPARE_STATUS(run, 0);
    const QJsonObject receipt = run.json();
    QCOMPARE(receipt.value(u"kind"_s).toString(), kind);
    QCOMPARE(receipt.value(u"tags"_s).toInt(-1), tags);
    QCOMPARE(receipt.value(u"dryRun"_s), QJsonValue(false));
    QCOMPARE(receipt.value(u"operation"_s).toString().size(), 36);
    QVERIFY(receipt.value(u"references"_s).isArray());
}

void TestCliEditing::initEmbedded()
{
    const CliSandbox cli;
    const CliRun made = cli.run({u"init"_s, u"--json"_s});
    COMPARE_STATUS(made, 0);
    QCOMPARE(made.json().value(u"kind"_s), QJsonValue(u"init"_s));
    QCOMPARE(made.json().value(u"tags"_s), QJsonValue(1));
    QCOMPARE(made.json().value(u"tables"_s), QJsonValue(QJsonArray{u"tags"_s}));
    QCOMPARE(made.json().value(u"journal"_s), QJsonValue(true));
    QCOMPARE(made.json().value(u"operation"_s), QJsonValue(QJsonValue::Null));
    QVERIFY(QFile::exists(cli.embeddedFile()));
    QCOMPARE(QFileInfo(cli.path(u"data/tagsmith"_s)).permissions() &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions());

    const CliRun inspect = cli.run({u"inspect"_s, u"--json"_s});
    const QJsonObject tags = inspect.json().value(u"vocabularies"_s).toArray().at(0).toObject();
    QCOMPARE(tags.value(u"key"_s), QJsonValue(u"tag_id"_s));

    const CliRun again = cli.run({u"init"_s, u"--json"_s});
    COMPARE_STATUS(again, 0);
    QCOMPARE(again.json().value(u"tags"_s), QJsonValue(0));
    QCOMPARE(again.json().value(u"tables"_s), QJsonValue(QJsonArray()));
    QCOMPARE(again.json().value(u"journal"_s), QJsonValue(false));
    QVERIFY2(cli.run({u"init"_s}).out.contains(u"already"_s), again.report());
}

void TestCliEditing::initDryRunMakesNothing()
{
    const CliSandbox cli;
    const CliRun run = cli.run({u"init"_s, u"--dry-run"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.json().value(u"dryRun"_s), QJsonValue(true));
    QCOMPARE(run.json().value(u"journal"_s), QJsonValue(true));
    QCOMPARE(run.json().value(u"operation"_s), QJsonValue(QJsonValue::Null));
    QVERIFY(!QFile::exists(cli.embeddedFile()));

    const CliRun other = cli.runOn(database(), {u"init"_s, u"--create-table"_s, u"--dry-run"_s});
    COMPARE_STATUS(other, 0);
    QCOMPARE(other.out, u"Would make the table of tags and the journal; nothing was changed.\n"_s);
    COMPARE_STATUS(cli.runOn(database(), {u"list"_s}), 1);
}

void TestCliEditing::initNeedsCreateTable()
{
    const CliSandbox cli;
    const CliRun refused = cli.runOn(database(), {u"init"_s, u"--json"_s});
    COMPARE_STATUS(refused, 3);
    QCOMPARE(refused.errorKind(), u"refused"_s);
    QVERIFY2(refused.hasOneSentence() || refused.err.contains(u"--create-table"_s),
             refused.report());
    QVERIFY(refused.err.contains(u"--create-table"_s));

    const CliRun made = cli.runOn(database(), {u"init"_s, u"--create-table"_s});
    COMPARE_STATUS(made, 0);
    QCOMPARE(made.out, u"Made the table of tags and the journal.\n"_s);
    // A program that knows only tag_id goes on working.
    database().insertTags({u"Python"_s});
    const CliRun again = cli.runOn(database(), {u"init"_s});
    COMPARE_STATUS(again, 0);
    QVERIFY2(again.out.contains(u"already"_s), again.report());
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

void TestCliEditing::initMakesSqliteFile()
{
    const CliSandbox cli;
    const QString file = cli.path(u"new.sqlite"_s);
    const CliRun missing = cli.run({u"--db"_s, u"sqlite:"_s + file, u"list"_s, u"--json"_s});
    COMPARE_STATUS(missing, 1);
    QCOMPARE(missing.errorKind(), u"unknown-database"_s);
    QVERIFY(!QFile::exists(file));

    const CliRun made = cli.run({u"--db"_s, u"sqlite:"_s + file, u"init"_s, u"--create-table"_s});
    COMPARE_STATUS(made, 0);
    COMPARE_STATUS(cli.run({u"--db"_s, u"sqlite:"_s + file, u"add"_s, u"Python"_s}), 0);
}

void TestCliEditing::embeddedIsMadeOnDemand()
{
    const CliSandbox cli;
    COMPARE_STATUS(cli.run({u"add"_s, u"Python"_s}), 0);
    const CliRun list = cli.run({u"list"_s});
    COMPARE_STATUS(list, 0);
    QVERIFY2(list.out.contains(u"Python"_s), list.report());

    const CliRun empty = CliSandbox().run({u"list"_s, u"--json"_s});
    COMPARE_STATUS(empty, 0);
    QCOMPARE(empty.json(), (QJsonObject{{u"tags"_s, QJsonArray()}}));
}

void TestCliEditing::add()
{
    createUsedTags(database());
    makeJournal(database());
    const CliSandbox cli;
    compareReceipt(cli.runOn(database(), {u"add"_s, u"Rust"_s, u"-"_s, u"--json"_s}), u"add"_s, 2);
    COMPARE_STATUS(cli.runOn(database(), {u"add"_s, u"--"_s, u"--json"_s}), 0);
    const QStringList expected = {u"-"_s,      u"--json"_s, u"FastAPI"_s,
                                  u"Python"_s, u"Qt"_s,     u"Rust"_s};
    QCOMPARE(database().tags(), expected);
}

void TestCliEditing::addExisting()
{
    createUsedTags(database());
    makeJournal(database());
    const QStringList before = state();
    const CliRun run = CliSandbox().runOn(database(), {u"add"_s, u"Rust"_s, u"Qt"_s, u"--json"_s});
    COMPARE_STATUS(run, 3);
    QCOMPARE(run.errorKind(), u"conflict"_s);
    QVERIFY2(run.err.contains(u"Qt"_s), run.report());
    QCOMPARE(state(), before);
}

void TestCliEditing::addWithValues()
{
    createUsedTags(database());
    makeJournal(database());
    const CliRun run = CliSandbox().runOn(
        database(), {u"add"_s, u"Rust"_s, u"Go"_s, u"--set"_s, u"description=a=b"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(database().column(u"SELECT description FROM tags WHERE tag_id IN ('Rust', 'Go')"_s),
             (QStringList{u"a=b"_s, u"a=b"_s}));
}

void TestCliEditing::setValues()
{
    createUsedTags(database());
    makeJournal(database());
    const CliSandbox cli;
    const auto description = [this] {
        return database().rows(u"SELECT description FROM tags WHERE tag_id = 'Qt'"_s).at(0).at(0);
    };
    compareReceipt(cli.runOn(database(), {u"set"_s, u"Qt"_s, u"description=C++"_s, u"--json"_s}),
                   u"set"_s, 1);
    QCOMPARE(description(), u"C++"_s);
    COMPARE_STATUS(cli.runOn(database(), {u"set"_s, u"Qt"_s, u"description="_s}), 0);
    QVERIFY(!description().isNull() && description().isEmpty());
    COMPARE_STATUS(cli.runOn(database(), {u"set"_s, u"Qt"_s, u"description"_s}), 0);
    QVERIFY(description().isNull());
}

void TestCliEditing::setUnknown()
{
    createUsedTags(database());
    makeJournal(database());
    const QStringList before = state();
    const CliSandbox cli;
    const CliRun column = cli.runOn(database(), {u"set"_s, u"Qt"_s, u"colour=red"_s});
    QVERIFY2(column.status > 0 && column.hasOneSentence(), column.report());
    QVERIFY2(column.err.contains(u"colour"_s), column.report());
    const CliRun tag =
        cli.runOn(database(), {u"set"_s, u"Nope"_s, u"description=x"_s, u"--json"_s});
    COMPARE_STATUS(tag, 1);
    QCOMPARE(tag.errorKind(), u"missing"_s);
    QCOMPARE(state(), before);
}

void TestCliEditing::rename()
{
    createUsedTags(database());
    makeJournal(database());
    const CliRun run =
        CliSandbox().runOn(database(), {u"rename"_s, u"Python"_s, u"Python 3"_s, u"--json"_s});
    compareReceipt(run, u"rename"_s, 1);
    const QJsonObject reference{{u"table"_s, u"post_tags"_s},
                                {u"column"_s, u"tag"_s},
                                {u"moved"_s, 3},
                                {u"collapsed"_s, 0},
                                {u"removed"_s, 0}};
    QCOMPARE(run.json().value(u"references"_s), QJsonValue(QJsonArray{reference}));
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python 3"_s, u"Qt"_s}));
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM post_tags WHERE tag = 'Python 3'"_s), 3);
}

void TestCliEditing::renameOntoAnother()
{
    createUsedTags(database());
    makeJournal(database());
    const QStringList before = state();
    const CliRun run =
        CliSandbox().runOn(database(), {u"rename"_s, u"Python"_s, u"Qt"_s, u"--json"_s});
    COMPARE_STATUS(run, 3);
    QCOMPARE(run.errorKind(), u"conflict"_s);
    QCOMPARE(state(), before);
}

void TestCliEditing::renameMissing()
{
    createUsedTags(database());
    makeJournal(database());
    const CliRun run =
        CliSandbox().runOn(database(), {u"rename"_s, u"Nope"_s, u"X"_s, u"--json"_s});
    COMPARE_STATUS(run, 1);
    QCOMPARE(run.errorKind(), u"missing"_s);
}

void TestCliEditing::deleteUnused()
{
    createUsedTags(database());
    makeJournal(database());
    compareReceipt(CliSandbox().runOn(database(), {u"delete"_s, u"Qt"_s, u"--json"_s}), u"delete"_s,
                   1);
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s}));
}

void TestCliEditing::deleteInUse()
{
    createUsedTags(database());
    makeJournal(database());
    const QStringList before = state();
    const CliSandbox cli;
    const CliRun refused = cli.runOn(database(), {u"delete"_s, u"Qt"_s, u"Python"_s, u"--json"_s});
    COMPARE_STATUS(refused, 3);
    QCOMPARE(refused.errorKind(), u"refused"_s);
    QVERIFY2(refused.err.contains(u"--with-taggings"_s), refused.report());
    QCOMPARE(state(), before);

    const CliRun done =
        cli.runOn(database(), {u"delete"_s, u"Python"_s, u"--with-taggings"_s, u"--json"_s});
    compareReceipt(done, u"delete"_s, 1);
    const QJsonObject reference = done.json().value(u"references"_s).toArray().at(0).toObject();
    QCOMPARE(reference.value(u"removed"_s), QJsonValue(3));
    QCOMPARE(state(), (QStringList{u"FastAPI|NULL"_s, u"Qt|NULL"_s, u"1|FastAPI"_s}));
}

void TestCliEditing::dryRuns_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("add") << QStringList{u"add"_s, u"Rust"_s};
    QTest::newRow("set") << QStringList{u"set"_s, u"Qt"_s, u"description=x"_s};
    QTest::newRow("rename") << QStringList{u"rename"_s, u"Python"_s, u"Python 3"_s};
    QTest::newRow("merge") << QStringList{u"merge"_s, u"Python"_s, u"--into"_s, u"Qt"_s};
    QTest::newRow("delete") << QStringList{u"delete"_s, u"Python"_s, u"--with-taggings"_s};
}

void TestCliEditing::dryRuns()
{
    QFETCH(QStringList, arguments);
    createUsedTags(database());
    makeJournal(database());
    const QStringList before = state();
    const CliRun run =
        CliSandbox().runOn(database(), arguments + QStringList{u"--dry-run"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.json().value(u"dryRun"_s), QJsonValue(true));
    QCOMPARE(run.json().value(u"tags"_s), QJsonValue(1));
    QVERIFY(run.json().value(u"operation"_s).isNull());
    QCOMPARE(state(), before);
}

void TestCliEditing::textAnswers()
{
    createUsedTags(database());
    makeJournal(database());
    const CliSandbox cli;
    const auto out = [&](const QStringList &arguments) {
        return cli.runOn(database(), arguments).out;
    };
    QCOMPARE(out({u"add"_s, u"Rust"_s}), u"Added 1 tag.\n"_s);
    QCOMPARE(out({u"rename"_s, u"Python"_s, u"Py"_s, u"--dry-run"_s}),
             u"Would rename \"Python\" to \"Py\"; nothing was changed.\n"
             "  post_tags.tag: 3 moved\n"
             "3 objects would have a tag of another name; --json lists them, for a search "
             "index.\n"_s);
    QCOMPARE(out({u"delete"_s, u"Rust"_s, u"Python"_s, u"--with-taggings"_s}),
             u"Deleted 2 tags.\n  post_tags.tag: 3 removed\n"
             "3 objects have other tags now; --json lists them, for a search index.\n"_s);
}

void TestCliEditing::minimalTableStaysMinimal()
{
    database().createMinimalTable();
    makeJournal(database());
    const CliSandbox cli;
    COMPARE_STATUS(cli.runOn(database(), {u"add"_s, u"Python"_s, u"FastAPI"_s}), 0);
    COMPARE_STATUS(cli.runOn(database(), {u"rename"_s, u"Python"_s, u"python"_s}), 0);
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"python"_s}));
    const CliRun inspect = cli.runOn(database(), {u"inspect"_s, u"--json"_s});
    const QJsonArray found = inspect.json().value(u"vocabularies"_s).toArray();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).toObject().value(u"columns"_s).toArray().size(), 1);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliEditing)
#include "TestCliEditing.moc"
