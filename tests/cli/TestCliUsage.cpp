// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "support/DatabaseTestCase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What the command line itself says: help, and what is wrong with a command. */
class TestCliUsage : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void helpAndVersion();
    void helpOfEachCommand_data();
    void helpOfEachCommand();
    void withoutDisplay();
    void wrongUsage_data();
    void wrongUsage();
    void usageErrorAsJson();
};

void TestCliUsage::helpAndVersion()
{
    const CliSandbox cli;
    const CliRun help = cli.run({u"--help"_s});
    COMPARE_STATUS(help, 0);
    QVERIFY(help.err.isEmpty());
    for (const auto &command :
         {u"init"_s, u"inspect"_s, u"list"_s, u"add"_s, u"set"_s, u"rename"_s, u"merge"_s,
          u"delete"_s, u"import"_s, u"export"_s, u"history"_s, u"undo"_s})
        QVERIFY2(help.out.contains(u"\n  %1 "_s.arg(command)), qPrintable(command));

    const CliRun version = cli.run({u"--version"_s});
    COMPARE_STATUS(version, 0);
    QCOMPARE(version.out, u"tagsmith %1\n"_s.arg(QLatin1StringView(TAGSMITH_VERSION)));
}

void TestCliUsage::helpOfEachCommand_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const QString &command, const QStringList &parts) {
        QTest::newRow(qPrintable(command)) << command << parts;
    };
    row(u"init"_s, {u"--create-table"_s});
    row(u"inspect"_s, {u"vocabularies"_s});
    row(u"list"_s, {u"--filter TEXT"_s, u"--unused"_s});
    row(u"add"_s, {u"--set COLUMN=VALUE"_s});
    row(u"set"_s, {u"COLUMN alone sets NULL"_s, u"--by-key"_s});
    row(u"rename"_s, {u"OLD NEW"_s, u"--new-slug"_s, u"--by-key"_s, u"--show-sql"_s});
    row(u"merge"_s, {u"SOURCE... --into TARGET"_s, u"--by-key"_s, u"--show-sql"_s});
    row(u"delete"_s, {u"--with-taggings"_s, u"--by-key"_s, u"--show-sql"_s});
    row(u"import"_s, {u"--format"_s, u"--encoding"_s, u"--map"_s,
                      u"--on-existing skip|update|fail"_s, u"--rejects"_s});
    row(u"export"_s, {u"--format"_s, u"--filter"_s});
    row(u"history"_s, {u"OPERATION"_s, u"--filter TEXT"_s, u"--limit N"_s, u"--all"_s,
                       u"--clear-before DATE"_s, u"--keep-days N"_s, u"--keep-megabytes N"_s});
    row(u"undo"_s, {u"[OPERATION]"_s, u"--skip-conflicts"_s, u"redo"_s});
}

void TestCliUsage::helpOfEachCommand()
{
    QFETCH(QString, command);
    QFETCH(QStringList, parts);
    const CliSandbox cli;
    const CliRun run = cli.run({command, u"--help"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY(run.out.startsWith(u"Usage: tagsmith "_s + command));
    parts << u"--db URL"_s << u"--profile NAME"_s << u"--vocabulary NAME"_s << u"--json"_s
          << u"--password-stdin"_s << u"--dry-run"_s << u"--no-journal"_s << u"--read-only"_s;
    for (const QString &part : std::as_const(parts))
        QVERIFY2(run.out.contains(part), qPrintable(part));
    const QStringList lines = run.out.section(u'\n', 1).split(u'\n');
    for (const QString &line : lines)
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

void TestCliUsage::withoutDisplay()
{
    const CliRun run = CliSandbox().run({});
    COMPARE_STATUS(run, 2);
    QVERIFY2(run.hasOneSentence(), run.report());
    QVERIFY(run.err.contains(u"no display"_s));
    QVERIFY(run.err.contains(u"tagsmith import FILE"_s));
}

void TestCliUsage::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QStringList &arguments, const QString &part) {
        QTest::newRow(name) << arguments << part;
    };
    row("unknown command", {u"mend"_s, u"a"_s}, u"no command \"mend\""_s);
    row("merge into nothing", {u"merge"_s, u"a"_s}, u"tagsmith merge SOURCE... --into TARGET"_s);
    row("merge into an empty name", {u"merge"_s, u"a"_s, u"--into"_s, u""_s}, u"--into TARGET"_s);
    row("merge of nothing", {u"merge"_s, u"--into"_s, u"a"_s}, u"tagsmith merge SOURCE"_s);
    row("unused of another command", {u"export"_s, u"-"_s, u"--unused"_s}, u"no option --unused"_s);
    row("by key of another command", {u"add"_s, u"a"_s, u"--by-key"_s}, u"no option --by-key"_s);
    row("SQL of a reader", {u"list"_s, u"--show-sql"_s}, u"no option --show-sql"_s);
    row("slug of another command", {u"set"_s, u"a"_s, u"b=c"_s, u"--new-slug"_s},
        u"no option --new-slug"_s);
    row("unknown option", {u"list"_s, u"--no-such"_s}, u"no-such"_s);
    row("a reader without the journal", {u"list"_s, u"--no-journal"_s},
        u"no option --no-journal"_s);
    row("undo without the journal", {u"undo"_s, u"--no-journal"_s}, u"no option --no-journal"_s);
    row("two operations", {u"undo"_s, u"1"_s, u"2"_s}, u"tagsmith undo [OPERATION]"_s);
    row("an operation without a name", {u"undo"_s, u""_s}, u"tagsmith history"_s);
    row("limit of none", {u"history"_s, u"--limit"_s, u"0"_s}, u"--limit"_s);
    row("limit that is no number", {u"history"_s, u"--limit"_s, u"few"_s}, u"\"few\""_s);
    row("days below zero", {u"history"_s, u"--keep-days=-1"_s}, u"--keep-days"_s);
    row("megabytes that are no number", {u"history"_s, u"--keep-megabytes"_s, u"1 GB"_s},
        u"\"1 GB\""_s);
    row("no such day", {u"history"_s, u"--clear-before"_s, u"2026-02-30"_s}, u"\"2026-02-30\""_s);
    row("clearing one operation", {u"history"_s, u"3"_s, u"--clear-before"_s, u"2026-02-28"_s},
        u"stand alone"_s);
    row("clearing and keeping",
        {u"history"_s, u"--clear-before"_s, u"2026-02-28"_s, u"--keep-days"_s, u"1"_s},
        u"stand alone"_s);
    row("filter for one operation", {u"history"_s, u"3"_s, u"--filter"_s, u"a"_s}, u"--filter"_s);
    row("dry run of a list", {u"history"_s, u"--dry-run"_s}, u"--dry-run"_s);
    row("option of another command", {u"list"_s, u"--set"_s, u"a=b"_s}, u"no option --set"_s);
    row("dry run of a reader", {u"list"_s, u"--dry-run"_s}, u"no option --dry-run"_s);
    row("option without its value", {u"list"_s, u"--filter"_s}, u"filter"_s);
    row("value for a switch", {u"list"_s, u"--json=1"_s}, u"json"_s);
    row("json without a command", {u"--json"_s}, u"goes with a command"_s);
    row("no names", {u"add"_s}, u"tagsmith add NAME"_s);
    row("one name for rename", {u"rename"_s, u"a"_s}, u"tagsmith rename OLD NEW"_s);
    row("a word too many", {u"inspect"_s, u"a"_s}, u"tagsmith inspect"_s);
    row("import of nothing", {u"import"_s}, u"tagsmith import FILE"_s);
    row("set without a column", {u"set"_s, u"a"_s, u"=b"_s}, u"COLUMN=VALUE"_s);
    row("half a mapping", {u"import"_s, u"f.csv"_s, u"--map"_s, u"a"_s}, u"FILECOLUMN=COLUMN"_s);
    row("unknown format", {u"import"_s, u"f"_s, u"--format"_s, u"xls"_s}, u"\"xls\""_s);
    row("unknown way", {u"import"_s, u"f"_s, u"--on-existing"_s, u"eat"_s}, u"\"eat\""_s);
    row("ending without a format", {u"export"_s, u"tags.ods"_s}, u"--format"_s);
    row("packed export", {u"export"_s, u"tags.csv.gz"_s}, u"gzip"_s);
    row("unknown rule", {u"import"_s, u"-"_s, u"--names"_s, u"trim,tidy"_s}, u"\"tidy\""_s);
    row("long delimiter", {u"import"_s, u"-"_s, u"--delimiter"_s, u"::"_s}, u"--delimiter"_s);
    row("no separator", {u"import"_s, u"-"_s, u"--list-separator"_s, u""_s}, u"--list-separator"_s);
    row("two databases", {u"--db"_s, u"sqlite:a"_s, u"--profile"_s, u"b"_s, u"list"_s},
        u"one of them"_s);
    row("not a URL", {u"--db"_s, u"postgres://a/b"_s, u"list"_s}, u"mysql://"_s);
    row("password in the URL", {u"--db"_s, u"mysql://me:secret@host/db"_s, u"list"_s},
        u"TAGSMITH_PASSWORD"_s);
    row("no such profile", {u"--profile"_s, u"nowhere"_s, u"list"_s}, u"\"nowhere\""_s);
    row("unknown TLS mode", {u"--db"_s, u"mysql://h/db?tls=maybe"_s, u"list"_s}, u"tls=maybe"_s);
}

void TestCliUsage::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, part);
    const CliSandbox cli;
    const CliRun run = cli.run(arguments);
    COMPARE_STATUS(run, 2);
    QVERIFY2(run.hasOneSentence(), run.report());
    QVERIFY2(run.err.contains(part), run.report());
    QVERIFY2(!run.err.contains(u"secret"_s), run.report());
    QVERIFY(!QFile::exists(cli.embeddedFile()));
}

void TestCliUsage::usageErrorAsJson()
{
    const CliRun run = CliSandbox().run({u"merge"_s, u"--json"_s});
    COMPARE_STATUS(run, 2);
    QCOMPARE(run.errorKind(), u"usage"_s);
    QVERIFY(run.error().value(u"message"_s).toString().contains(u"merge"_s));

    const CliRun output = CliSandbox().run({u"export"_s, u"-"_s, u"--json"_s});
    COMPARE_STATUS(output, 2);
    QVERIFY2(output.err.contains(u"standard output"_s), output.report());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliUsage)
#include "TestCliUsage.moc"
