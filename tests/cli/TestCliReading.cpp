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

/** list, and how a database is named. */
class TestCliReading : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void listAsJson();
    void listAsText();
    void listFiltered();
    void listUsesByReference();
    void listUnused();
    void listUnusedWithoutReferences();
    void optionsAfterTheCommand();
    void vocabularyByName();
    void profileByName();
    void passwordNeverStored();
    void plainLocale();
    void fullOutput();

private:
    /** Tags that posts and photos use: Python three times, Qt never. */
    void createTwoReferences();
};

void TestCliReading::createTwoReferences()
{
    const TestDatabase &db = database();
    db.execute(u"CREATE TABLE tags (id INTEGER PRIMARY KEY, name VARCHAR(100) NOT NULL UNIQUE)"_s);
    for (const auto &objects : {u"posts"_s, u"photos"_s}) {
        db.execute(u"CREATE TABLE %1_tags (object INTEGER NOT NULL, tag_id INTEGER NOT NULL, "
                   "PRIMARY KEY (object, tag_id), FOREIGN KEY (tag_id) REFERENCES tags (id))"_s.arg(
                       objects));
    }
    db.execute(u"INSERT INTO tags VALUES (1, 'Python'), (2, 'Qt')"_s);
    db.execute(u"INSERT INTO posts_tags VALUES (7, 1), (8, 1)"_s);
    db.execute(u"INSERT INTO photos_tags VALUES (7, 1)"_s);
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

void TestCliReading::listUsesByReference()
{
    createTwoReferences();
    const CliRun run = CliSandbox().runOn(database(), {u"list"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    const QJsonObject both{{u"posts_tags.tag_id"_s, 2}, {u"photos_tags.tag_id"_s, 1}};
    const QJsonObject none{{u"posts_tags.tag_id"_s, 0}, {u"photos_tags.tag_id"_s, 0}};
    const QJsonObject python{
        {u"id"_s, 1}, {u"name"_s, u"Python"_s}, {u"uses"_s, 3}, {u"usesByReference"_s, both}};
    const QJsonObject qt{
        {u"id"_s, 2}, {u"name"_s, u"Qt"_s}, {u"uses"_s, 0}, {u"usesByReference"_s, none}};
    QCOMPARE(run.json(), (QJsonObject{{u"tags"_s, QJsonArray{python, qt}}}));
}

void TestCliReading::listUnused()
{
    createTwoReferences();
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"list"_s, u"--unused"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.out, u"name  id  Uses\n"
                      "Qt    2      0\n"_s);
    const CliRun filtered =
        cli.runOn(database(), {u"list"_s, u"--unused"_s, u"--filter"_s, u"pyt"_s, u"--json"_s});
    QCOMPARE(filtered.json(), (QJsonObject{{u"tags"_s, QJsonArray()}}));
}

void TestCliReading::listUnusedWithoutReferences()
{
    database().createMinimalTable();
    database().insertTags({u"Python"_s});
    const CliRun run = CliSandbox().runOn(database(), {u"list"_s, u"--unused"_s, u"--json"_s});
    COMPARE_STATUS(run, 3);
    QCOMPARE(run.errorKind(), u"refused"_s);
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
