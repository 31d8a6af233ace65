// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "CompareAccount.h"
#include "support/DatabaseTestCase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** export, and the way back through import. */
class TestCliExport : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void exportedComesBackUnchanged_data();
    void exportedComesBackUnchanged();
    void exportToOutput();
    void exportFiltered();
};

void TestCliExport::exportedComesBackUnchanged_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"csv", "tsv", "json", "jsonl", "txt"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void TestCliExport::exportedComesBackUnchanged()
{
    QFETCH(QString, ending);
    database().createMinimalTable();
    database().insertTags({u"Python"_s, u"C, \"sharp\""_s, u"tab"_s, u"Größe"_s, u"日本語"_s,
                           u"🥽"_s, u"it's"_s, u"back\\slash"_s});
    const CliSandbox cli;
    const QString file = cli.path(u"out."_s + ending);
    const CliRun written = cli.runOn(database(), {u"export"_s, file, u"--json"_s});
    COMPARE_STATUS(written, 0);
    QCOMPARE(written.json(), (QJsonObject{{u"written"_s, 8}, {u"file"_s, file}}));

    const QStringList before = database().tags();
    const CliRun read = cli.runOn(database(), {u"import"_s, file, u"--on-existing"_s, u"update"_s,
                                               u"--no-journal"_s, u"--json"_s});
    COMPARE_STATUS(read, 0);
    compareAccount(read, {{u"read"_s, 8}, {u"unchanged"_s, 8}});
    QCOMPARE(database().tags(), before);
}

void TestCliExport::exportToOutput()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s, u"Qt"_s});
    const CliSandbox cli;
    const CliRun csv = cli.runOn(database(), {u"export"_s, u"-"_s});
    COMPARE_STATUS(csv, 0);
    QCOMPARE(QString(csv.out).remove(u'\r'), u"tag_id\nPython\nQt\n"_s);
    const CliRun lines = cli.runOn(database(), {u"export"_s, u"-"_s, u"--format"_s, u"lines"_s});
    COMPARE_STATUS(lines, 0);
    QCOMPARE(lines.out, u"Python\nQt\n"_s);

    // What one writes, the other reads.
    const CliRun piped =
        cli.run({u"import"_s, u"-"_s, u"--format"_s, u"csv"_s, u"--json"_s}, csv.out.toUtf8());
    COMPARE_STATUS(piped, 0);
    compareAccount(piped, {{u"read"_s, 2}, {u"inserted"_s, 2}});
}

void TestCliExport::exportFiltered()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s, u"Qt"_s, u"pythonic"_s});
    const CliSandbox cli;
    const QString file = cli.path(u"out.txt"_s);
    const CliRun run = cli.runOn(database(), {u"export"_s, file, u"--filter"_s, u"PYTH"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.out.contains(u"2 tags"_s), run.report());
    QCOMPARE(CliSandbox::read(file).split('\n').size(), 3);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliExport)
#include "TestCliExport.moc"
