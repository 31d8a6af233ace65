// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "repository/ProfileStore.h"
#include "support/DatabaseTestCase.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What reads, and what the command line itself says: help, usage, inspect, list, profiles. */
class TestCliReading : public DatabaseTestCase
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
    void inspect();
    void inspectEmptyDatabase();
    void listAsJson();
    void listAsText();
    void listFiltered();
    void optionsAfterTheCommand();
    void vocabularyByName();
    void profileByName();
    void passwordNeverStored();
    void plainLocale();
    void fullOutput();
};

void TestCliReading::helpAndVersion()
{
    const CliSandbox cli;
    const CliRun help = cli.run({u"--help"_s});
    COMPARE_STATUS(help, 0);
    QVERIFY(help.err.isEmpty());
    for (const auto &command : {u"init"_s, u"inspect"_s, u"list"_s, u"add"_s, u"set"_s, u"rename"_s,
                                u"delete"_s, u"import"_s, u"export"_s})
        QVERIFY2(help.out.contains(u"\n  %1 "_s.arg(command)), qPrintable(command));

    const CliRun version = cli.run({u"--version"_s});
    COMPARE_STATUS(version, 0);
    QCOMPARE(version.out, u"tagsmith %1\n"_s.arg(QLatin1StringView(TAGSMITH_VERSION)));
}

void TestCliReading::helpOfEachCommand_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("part");
    QTest::newRow("init") << u"init"_s << u"--create-table"_s;
    QTest::newRow("inspect") << u"inspect"_s << u"vocabularies"_s;
    QTest::newRow("list") << u"list"_s << u"--filter"_s;
    QTest::newRow("add") << u"add"_s << u"--set COLUMN=VALUE"_s;
    QTest::newRow("set") << u"set"_s << u"COLUMN alone sets NULL"_s;
    QTest::newRow("rename") << u"rename"_s << u"OLD NEW"_s;
    QTest::newRow("delete") << u"delete"_s << u"--with-taggings"_s;
    QTest::newRow("import") << u"import"_s << u"--on-existing skip|update|fail"_s;
    QTest::newRow("export") << u"export"_s << u"--format"_s;
}

void TestCliReading::helpOfEachCommand()
{
    QFETCH(QString, command);
    QFETCH(QString, part);
    const CliRun run = CliSandbox().run({command, u"--help"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY(run.out.startsWith(u"Usage: tagsmith "_s + command));
    QVERIFY2(run.out.contains(part), run.report());
}

void TestCliReading::withoutDisplay()
{
    const CliRun run = CliSandbox().run({});
    COMPARE_STATUS(run, 2);
    QVERIFY2(run.hasOneSentence(), run.report());
    QVERIFY(run.err.contains(u"no display"_s));
    QVERIFY(run.err.contains(u"tagsmith import FILE"_s));
}

void TestCliReading::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const QStringList &arguments, const QString &part) {
        QTest::newRow(name) << arguments << part;
    };
    row("unknown command", {u"merge"_s, u"a"_s}, u"no command \"merge\""_s);
    row("unknown option", {u"list"_s, u"--no-journal"_s}, u"no-journal"_s);
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
    row("ending without a format", {u"export"_s, u"tags.xlsx"_s}, u"--format"_s);
    row("two databases", {u"--db"_s, u"sqlite:a"_s, u"--profile"_s, u"b"_s, u"list"_s},
        u"one of them"_s);
    row("not a URL", {u"--db"_s, u"postgres://a/b"_s, u"list"_s}, u"mysql://"_s);
    row("password in the URL", {u"--db"_s, u"mysql://me:secret@host/db"_s, u"list"_s},
        u"TAGSMITH_PASSWORD"_s);
    row("no such profile", {u"--profile"_s, u"nowhere"_s, u"list"_s}, u"\"nowhere\""_s);
    row("unknown TLS mode", {u"--db"_s, u"mysql://h/db?tls=maybe"_s, u"list"_s}, u"tls=maybe"_s);
}

void TestCliReading::wrongUsage()
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

void TestCliReading::usageErrorAsJson()
{
    const CliRun run = CliSandbox().run({u"merge"_s, u"--json"_s});
    COMPARE_STATUS(run, 2);
    QCOMPARE(run.errorKind(), u"usage"_s);
    QVERIFY(run.error().value(u"message"_s).toString().contains(u"merge"_s));

    const CliRun output = CliSandbox().run({u"export"_s, u"-"_s, u"--json"_s});
    COMPARE_STATUS(output, 2);
    QVERIFY2(output.err.contains(u"standard output"_s), output.report());
}

void TestCliReading::inspect()
{
    database().createMinimalTable();
    database().execute(u"CREATE TABLE post_tags (post INT NOT NULL, tag VARCHAR(190) NOT NULL, "
                       "PRIMARY KEY (post, tag), "
                       "FOREIGN KEY (tag) REFERENCES tags (tag_id) ON UPDATE CASCADE)"_s);
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"inspect"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    const QJsonArray found = run.json().value(u"vocabularies"_s).toArray();
    QCOMPARE(found.size(), 1);
    const QJsonObject tags = found.at(0).toObject();
    QCOMPARE(tags.value(u"name"_s), QJsonValue(u"tags"_s));
    QCOMPARE(tags.value(u"preset"_s), QJsonValue(u"minimal"_s));
    QCOMPARE(tags.value(u"table"_s), QJsonValue(u"tags"_s));
    QCOMPARE(tags.value(u"key"_s), QJsonValue(u"tag_id"_s));
    QCOMPARE(tags.value(u"nameColumn"_s), QJsonValue(u"tag_id"_s));
    QCOMPARE(tags.value(u"counters"_s), QJsonValue(QJsonArray()));
    const QJsonObject reference{{u"table"_s, u"post_tags"_s}, {u"column"_s, u"tag"_s}};
    QCOMPARE(tags.value(u"references"_s), QJsonValue(QJsonArray{reference}));
    const QJsonObject column = tags.value(u"columns"_s).toArray().at(0).toObject();
    QCOMPARE(column.value(u"name"_s), QJsonValue(u"tag_id"_s));
    QCOMPARE(column.value(u"type"_s), QJsonValue(u"text"_s));
    QVERIFY(column.contains(u"nullable"_s));

    const CliRun text = cli.runOn(database(), {u"inspect"_s});
    COMPARE_STATUS(text, 0);
    QVERIFY2(text.out.contains(u"key: tag_id"_s) && text.out.contains(u"post_tags.tag"_s),
             text.report());
}

void TestCliReading::inspectEmptyDatabase()
{
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"inspect"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.json(), (QJsonObject{{u"vocabularies"_s, QJsonArray()}}));
}

void TestCliReading::listAsJson()
{
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, weight INTEGER NULL, "
                       "share DOUBLE NULL, uses VARCHAR(20) NULL)"_s);
    database().execute(u"CREATE TABLE post_tags (post INT NOT NULL, tag VARCHAR(190) NOT NULL, "
                       "PRIMARY KEY (post, tag), FOREIGN KEY (tag) REFERENCES tags (tag_id))"_s);
    database().execute(u"INSERT INTO tags VALUES ('FastAPI', NULL, NULL, NULL), "
                       "('Python', -7, 0.5, 'many')"_s);
    database().execute(u"INSERT INTO post_tags VALUES (1, 'Python'), (2, 'Python')"_s);
    const CliRun run = CliSandbox().runOn(database(), {u"list"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    const QJsonObject fastApi{{u"name"_s, u"FastAPI"_s},
                              {u"uses"_s, 0},
                              {u"weight"_s, QJsonValue::Null},
                              {u"share"_s, QJsonValue::Null},
                              {u"tags.uses"_s, QJsonValue::Null}};
    const QJsonObject python{{u"name"_s, u"Python"_s},
                             {u"uses"_s, 2},
                             {u"weight"_s, -7},
                             {u"share"_s, 0.5},
                             {u"tags.uses"_s, u"many"_s}};
    QCOMPARE(run.json(), (QJsonObject{{u"tags"_s, QJsonArray{fastApi, python}}}));
}

void TestCliReading::listAsText()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s, u"two\nlines"_s});
    const CliRun run = CliSandbox().runOn(database(), {u"list"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.out, u"tag_id      Uses\n"
                      "Python         0\n"
                      "two\\nlines     0\n"_s);
}

void TestCliReading::listFiltered()
{
    database().createMinimalTable();
    database().insertTags({u"Café"_s, u"Python"_s, u"cafeteria"_s});
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"list"_s, u"--filter"_s, u"CAFE"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QStringList names;
    const QJsonArray tags = run.json().value(u"tags"_s).toArray();
    for (const QJsonValue &tag : tags)
        names << tag.toObject().value(u"name"_s).toString();
    names.sort();
    QCOMPARE(names, (QStringList{u"Café"_s, u"cafeteria"_s}));

    const CliRun none = cli.runOn(database(), {u"list"_s, u"--filter"_s, u"zzz"_s, u"--json"_s});
    QCOMPARE(none.json(), (QJsonObject{{u"tags"_s, QJsonArray()}}));
}

void TestCliReading::optionsAfterTheCommand()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s});
    const CliSandbox cli;
    const CliRun before = cli.run({u"--json"_s, u"--db"_s, database().url(), u"list"_s});
    const CliRun after = cli.run({u"list"_s, u"--db="_s + database().url(), u"--json"_s});
    COMPARE_STATUS(before, 0);
    COMPARE_STATUS(after, 0);
    QCOMPARE(before.out, after.out);
    QVERIFY(before.out.contains(u"Python"_s));
}

void TestCliReading::vocabularyByName()
{
    database().createMinimalTable();
    database().execute(u"CREATE TABLE labels (label VARCHAR(50) PRIMARY KEY)"_s);
    database().execute(u"INSERT INTO labels VALUES ('urgent')"_s);
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"--vocabulary"_s, u"labels"_s, u"list"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.out.contains(u"urgent"_s), run.report());

    const CliRun wrong =
        cli.runOn(database(), {u"--vocabulary"_s, u"none"_s, u"list"_s, u"--json"_s});
    COMPARE_STATUS(wrong, 1);
    QCOMPARE(wrong.errorKind(), u"no-vocabulary"_s);
}

void TestCliReading::profileByName()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s});
    const CliSandbox cli;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(cli.path(u"config"_s)));
    QCoreApplication::setApplicationName(u"tagsmith"_s);
    ProfileStore store;
    store.remember(database().profile());
    const std::vector<ProfileStore::Entry> recent = store.recent();
    QCOMPARE(recent.size(), size_t(1));
    const CliRun run = cli.run({u"--profile"_s, recent.front().name, u"list"_s});
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.out.contains(u"Python"_s), run.report());
}

void TestCliReading::passwordNeverStored()
{
    const CliSandbox cli;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(cli.path(u"config"_s)));
    QCoreApplication::setApplicationName(u"tagsmith"_s);
    ProfileStore store;
    Profile profile;
    profile.driver = Driver::Mysql;
    profile.user = u"me"_s;
    profile.password = u"hunter2"_s;
    for (int i = 0; i < 12; ++i) {
        profile.hosts = {{u"host%1"_s.arg(i), 3306}};
        profile.database = u"tags"_s;
        store.remember(profile);
    }
    const QString file = cli.path(u"config/tagsmith/connections.ini"_s);
    QCOMPARE(QFileInfo(file).permissions() &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(!CliSandbox::read(file).contains("hunter2"));

    // The newest first, ten at most; who comes again comes first, once.
    QCOMPARE(store.recent().size(), ProfileStore::maxRecent);
    QCOMPARE(store.recent().front().name, u"tags on host11"_s);
    profile.hosts = {{u"host5"_s, 3306}};
    store.remember(profile);
    QCOMPARE(store.recent().size(), ProfileStore::maxRecent);
    QCOMPARE(store.recent().front().name, u"tags on host5"_s);
    QVERIFY(store.recent().front().profile.password.isEmpty());
    store.forget(u"tags on host5"_s);
    QVERIFY(!store.find(u"tags on host5"_s));
    QVERIFY(store.find(u"tags on host6"_s));

    // Two files of one name stay two connections.
    Profile one;
    one.path = cli.path(u"a/tags.sqlite"_s);
    Profile two;
    two.path = cli.path(u"b/tags.sqlite"_s);
    store.remember(one);
    store.remember(two);
    QCOMPARE(store.find(u"tags.sqlite"_s)->path, one.path);
    QCOMPARE(store.find(u"tags.sqlite (2)"_s)->path, two.path);
}

void TestCliReading::plainLocale()
{
    database().createMinimalTable();
    database().insertTags({u"Größe"_s});
    const CliSandbox cli;
    QProcess process;
    auto environment = cli.environment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TAGSMITH_BINARY), {u"--db"_s, database().url(), u"list"_s});
    const CliRun run = CliSandbox::ended(process);
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.err.isEmpty(), run.report());
    QVERIFY2(run.out.contains(u"Größe"_s), run.report());
}

void TestCliReading::fullOutput()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s});
    const CliRun run =
        CliSandbox().run({u"--db"_s, database().url(), u"list"_s}, {}, u"/dev/full"_s);
    COMPARE_STATUS(run, 1);
    QVERIFY2(run.hasOneSentence(), run.report());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliReading)
#include "TestCliReading.moc"
