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

/** What import does on the way, and the ways of export. */
class TestCliTransfer : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void delimiter();
    void listsInCells();
    void rulesForNames();
    void fixedValue();
    void workbookThereAndBack();
    void sheetThatIsNotThere();
    void sheetOfNoWorkbook();
    void rejectedRowsOfAWorkbook();
    void rejectsAloneAfterCorrection();
    void columnsThatFillNothing();
    void chosenColumns();
    void safeForSpreadsheets();

private:
    CliRun import(const QByteArray &content, const QStringList &options)
    {
        const QString file = m_sandbox.write(u"tags.csv"_s, content);
        return m_sandbox.runOn(database(), QStringList{u"import"_s, file, u"--json"_s} + options);
    }

    CliSandbox m_sandbox;
};

void TestCliTransfer::init()
{
    DatabaseTestCase::init();
    COMPARE_STATUS(m_sandbox.runOn(database(), {u"init"_s, u"--create-table"_s}), 0);
}

void TestCliTransfer::delimiter()
{
    const CliRun run = import("tag_id~description\nred~a, b\n", {u"--delimiter"_s, u"~"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(database().rows(u"SELECT tag_id, description FROM tags"_s),
             (QList<QStringList>{{u"red"_s, u"a, b"_s}}));
}

void TestCliTransfer::listsInCells()
{
    const CliRun run =
        import("tag_id\n\"red; green\"\n\"green;blue;\"\n", {u"--list-separator"_s, u";"_s});
    COMPARE_STATUS(run, 0);
    compareAccount(run, {{u"read"_s, 4}, {u"inserted"_s, 3}, {u"unchanged"_s, 1}});
    QCOMPARE(database().tags(), (QStringList{u"blue"_s, u"green"_s, u"red"_s}));
}

void TestCliTransfer::rulesForNames()
{
    const CliRun run = import("tag_id\n\" Ice  Cream \"\nice_cream\n",
                              {u"--names"_s, u"trim,collapse"_s, u"--names"_s, u"lower,hyphens"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(database().tags(), QStringList{u"ice-cream"_s});
    const QJsonObject changed = run.json().value(u"namesChanged"_s).toObject();
    QCOMPARE(changed.value(u"trimmed"_s).toInt(), 1);
    QCOMPARE(changed.value(u"collapsed"_s).toInt(), 1);
    QCOMPARE(changed.value(u"recased"_s).toInt(), 1);
    QCOMPARE(changed.value(u"separated"_s).toInt(), 2);
    QCOMPARE(changed.value(u"composed"_s).toInt(), 0);
}

void TestCliTransfer::fixedValue()
{
    COMPARE_STATUS(import("tag_id\nred\n", {u"--set"_s, u"description=a colour"_s}), 0);
    QCOMPARE(database().rows(u"SELECT tag_id, description FROM tags"_s),
             (QList<QStringList>{{u"red"_s, u"a colour"_s}}));
}

void TestCliTransfer::workbookThereAndBack()
{
    COMPARE_STATUS(import("tag_id,description\n=1+1,\n\"é, ü\",\"\"\n007,x\n", {}), 0);
    const QString file = m_sandbox.path(u"tags.xlsx"_s);
    COMPARE_STATUS(m_sandbox.runOn(database(), {u"export"_s, file}), 0);
    const CliRun again = m_sandbox.runOn(
        database(), {u"import"_s, file, u"--json"_s, u"--on-existing"_s, u"update"_s});
    COMPARE_STATUS(again, 0);
    compareAccount(again, {{u"read"_s, 3}, {u"unchanged"_s, 3}});
}

void TestCliTransfer::sheetThatIsNotThere()
{
    COMPARE_STATUS(import("tag_id\nred\n", {}), 0);
    const QString file = m_sandbox.path(u"tags.xlsx"_s);
    COMPARE_STATUS(m_sandbox.runOn(database(), {u"export"_s, file}), 0);
    const CliRun run = m_sandbox.runOn(database(), {u"import"_s, file, u"--sheet"_s, u"Nowhere"_s});
    COMPARE_STATUS(run, 1);
    QVERIFY2(run.hasOneSentence() && run.err.contains(u"Nowhere"_s), run.report());
}

void TestCliTransfer::sheetOfNoWorkbook()
{
    const QByteArray content = "tag_id\nred\n";
    const CliRun seen = import(content, {u"--sheet"_s, u"First"_s});
    COMPARE_STATUS(seen, 2);
    QVERIFY2(seen.hasOneSentence() && seen.err.contains(u"no sheet “First”"_s), seen.report());
    const CliRun said = import(content, {u"--sheet"_s, u"First"_s, u"--format"_s, u"csv"_s});
    COMPARE_STATUS(said, 2);
    QVERIFY2(said.hasOneSentence() && said.err.contains(u"--sheet"_s), said.report());
    const CliRun none = import(content, {u"--sheet"_s, QString()});
    COMPARE_STATUS(none, 2);
    QVERIFY2(none.hasOneSentence() && none.err.contains(u"--sheet"_s), none.report());
    QCOMPARE(database().tags(), QStringList());
}

void TestCliTransfer::rejectedRowsOfAWorkbook()
{
    COMPARE_STATUS(import("tag_id\nred\n", {}), 0);
    const QString file = m_sandbox.path(u"tags.xlsx"_s);
    COMPARE_STATUS(m_sandbox.runOn(database(), {u"export"_s, file}), 0);
    const QString rejects = m_sandbox.path(u"rejects.xlsx"_s);
    // No tag has a description, so that it is no name.
    const CliRun run = m_sandbox.runOn(database(), {u"import"_s, file, u"--as"_s, u"tags"_s,
                                                    u"--map"_s, u"description=tag_id"_s,
                                                    u"--rejects"_s, rejects, u"--json"_s});
    COMPARE_STATUS(run, 4);
    compareAccount(run, {{u"read"_s, 1}, {u"rejected"_s, 1}});
    QVERIFY(CliSandbox::read(rejects).startsWith("PK"));
    const CliRun alone = m_sandbox.runOn(
        database(), {u"import"_s, rejects, u"--json"_s, u"--on-existing"_s, u"update"_s});
    COMPARE_STATUS(alone, 0);
    compareAccount(alone, {{u"read"_s, 1}, {u"unchanged"_s, 1}});
}

void TestCliTransfer::rejectsAloneAfterCorrection()
{
    const QString rejects = m_sandbox.path(u"rejects.csv"_s);
    COMPARE_STATUS(import("tag_id,description\nred,warm\n,cold\n", {u"--rejects"_s, rejects}), 4);
    QByteArray file = CliSandbox::read(rejects);
    QVERIFY2(file.startsWith("line,reason,tag_id,description\n3,"), file);
    file.replace(",,cold", ",blue,cold");
    const CliRun run = import(file, {});
    COMPARE_STATUS(run, 0);
    compareAccount(run, {{u"read"_s, 1}, {u"inserted"_s, 1}});
    QCOMPARE(database().tags(), (QStringList{u"blue"_s, u"red"_s}));
}

/** Nothing of a file is lost unseen; what was mapped was seen. */
void TestCliTransfer::columnsThatFillNothing()
{
    const QByteArray content = "tag_id,Farbe,Beschreibung\nred,#f00,like blood\n";
    const QString warning =
        u"The file's columns “Farbe”, “Beschreibung” fill no column of the table and were left out."_s;
    const QString file = m_sandbox.write(u"german.csv"_s, content);
    const CliRun run = m_sandbox.runOn(database(), {u"import"_s, file});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.out.count(warning), 1);
    QCOMPARE(import(content, {}).json().value(u"warnings"_s).toArray(), QJsonArray{warning});
    const CliRun mapped = import(content, {u"--map"_s, u"tag_id=tag_id"_s});
    QCOMPARE(mapped.json().value(u"warnings"_s).toArray(), QJsonArray());
}

void TestCliTransfer::chosenColumns()
{
    COMPARE_STATUS(import("tag_id,description\nred,warm\n", {}), 0);
    const CliRun run = m_sandbox.runOn(database(), {u"export"_s, u"-"_s, u"--column"_s,
                                                    u"description"_s, u"--column"_s, u"tag_id"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.out, u"description,tag_id\nwarm,red\n"_s);
    const CliRun wrong =
        m_sandbox.runOn(database(), {u"export"_s, u"-"_s, u"--column"_s, u"colour"_s});
    COMPARE_STATUS(wrong, 2);
    QVERIFY2(wrong.hasOneSentence() && wrong.err.contains(u"\"colour\""_s), wrong.report());
}

void TestCliTransfer::safeForSpreadsheets()
{
    COMPARE_STATUS(import("tag_id\n=1+1\n", {}), 0);
    const QStringList arguments = {u"export"_s, u"-"_s, u"--column"_s, u"tag_id"_s};
    QCOMPARE(m_sandbox.runOn(database(), arguments).out, u"tag_id\n=1+1\n"_s);
    QCOMPARE(m_sandbox.runOn(database(), arguments + QStringList{u"--spreadsheet-safe"_s}).out,
             u"'tag_id\n'=1+1\n"_s);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliTransfer)
#include "TestCliTransfer.moc"
