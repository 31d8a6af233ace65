// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "support/DatabaseTestCase.h"
#include "support/NativeSqlite.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Bad input of every kind: one clear sentence, the right status, and nothing changed. */
class TestCliErrors : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void noServer_data();
    void noServer();
    void unknownDatabase();
    void tableWithoutKey();
    void badFile_data();
    void badFile();
    void missingFile();
    void badName_data();
    void badName();
    void readOnlyFile();
    void lockedFile();
    void notADatabase();
    void unwritableDataFolder();
    void fullDisk();
    void reportThatCannotBeWritten();

private:
    static void compareError(const CliRun &run, int status, const QString &kind,
                             const QString &part);
};

void TestCliErrors::compareError(const CliRun &run, int status, const QString &kind,
                                 const QString &part)
{
    COMPARE_STATUS(run, status);
    QVERIFY2(run.hasOneSentence(), run.report());
    QVERIFY2(run.err.contains(part), run.report());
    QCOMPARE(run.errorKind(), kind);
    QCOMPARE(run.err, u"tagsmith: %1\n"_s.arg(run.error().value(u"message"_s).toString()));
}

void TestCliErrors::noServer_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("part");
    QTest::newRow("port") << u"mysql://root@127.0.0.1:1/test_db"_s << u"127.0.0.1, port 1"_s;
    QTest::newRow("socket") << u"mysql://root@/test_db?socket=/nowhere/mysql.sock"_s
                            << u"/nowhere/mysql.sock"_s;
    QTest::newRow("host") << u"mysql://root@host.invalid/test_db"_s << u"host.invalid"_s;
}

void TestCliErrors::noServer()
{
    QFETCH(QString, url);
    QFETCH(QString, part);
    compareError(CliSandbox().run({u"--db"_s, url, u"list"_s, u"--json"_s}), 1, u"connection"_s,
                 part);
}

void TestCliErrors::unknownDatabase()
{
    const CliSandbox cli;
    QString url = u"sqlite:"_s + cli.path(u"nowhere.sqlite"_s);
    if (isMariaDb()) {
        Profile profile = database().profile();
        profile.database = u"nowhere"_s;
        url = profile.toUrl();
    }
    compareError(cli.run({u"--db"_s, url, u"list"_s, u"--json"_s}), 1, u"unknown-database"_s,
                 u"nowhere"_s);
}

void TestCliErrors::tableWithoutKey()
{
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190))"_s);
    const CliSandbox cli;
    compareError(cli.runOn(database(), {u"add"_s, u"Python"_s, u"--json"_s}), 1, u"no-vocabulary"_s,
                 u"primary key"_s);
    QCOMPARE(database().tags(), QStringList());
}

void TestCliErrors::badFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << u"empty.csv"_s << QByteArray();
    QTest::newRow("binary") << u"picture.csv"_s
                            << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\x06",
                                          26);
    QTest::newRow("no matching column") << u"other.csv"_s << QByteArray("colour,size\nred,3\n");
    QTest::newRow("broken JSON") << u"broken.json"_s << QByteArray(R"({"tags":[{"tag_id":"a")");
}

void TestCliErrors::badFile()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    database().createMinimalTable();
    makeJournal(database());
    database().insertTags({u"Qt"_s});
    const CliSandbox cli;
    const CliRun run = cli.runOn(database(), {u"import"_s, cli.write(name, content), u"--json"_s});
    QVERIFY2(run.status == 1 || run.status == 2, run.report());
    QVERIFY2(run.hasOneSentence(), run.report());
    QVERIFY2(!run.errorKind().isEmpty(), run.report());
    QCOMPARE(database().tags(), QStringList{u"Qt"_s});
}

void TestCliErrors::missingFile()
{
    database().createMinimalTable();
    makeJournal(database());
    const CliSandbox cli;
    compareError(cli.runOn(database(), {u"import"_s, cli.path(u"gone.csv"_s), u"--json"_s}), 1,
                 u"file"_s, u"gone.csv"_s);
    compareError(cli.runOn(database(), {u"export"_s, u"/nowhere/out.csv"_s, u"--json"_s}), 1,
                 u"file"_s, u"/nowhere/out.csv"_s);
}

void TestCliErrors::badName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::newRow("empty") << u""_s << u"invalid-value"_s;
    QTest::newRow("too long") << QString(191, u'x') << u"too-long"_s;
}

void TestCliErrors::badName()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    database().createMinimalTable();
    makeJournal(database());
    database().insertTags({u"Qt"_s});
    const CliSandbox cli;
    compareError(cli.runOn(database(), {u"add"_s, u"Python"_s, name, u"--json"_s}), 1, kind, {});
    compareError(cli.runOn(database(), {u"rename"_s, u"Qt"_s, name, u"--json"_s}), 1, kind, {});
    QCOMPARE(database().tags(), QStringList{u"Qt"_s});
}

void TestCliErrors::readOnlyFile()
{
    const CliSandbox cli;
    const QString file = cli.path(u"shared/tags.sqlite"_s);
    QVERIFY(QDir().mkpath(cli.path(u"shared"_s)));
    NativeSqlite(file).execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY)"_s);
    COMPARE_STATUS(cli.run({u"--db"_s, u"sqlite:"_s + file, u"init"_s}), 0);
    const auto readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const auto passable = readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(file, readable));
    QVERIFY(QFile::setPermissions(cli.path(u"shared"_s), passable));
    const QString url = u"sqlite:"_s + file;
    COMPARE_STATUS(cli.runUnprivileged({u"--db"_s, url, u"list"_s}), 0);
    compareError(cli.runUnprivileged({u"--db"_s, url, u"add"_s, u"Python"_s, u"--json"_s}), 1,
                 u"read-only"_s, u"tags.sqlite"_s);
    QFile::setPermissions(cli.path(u"shared"_s), passable | QFile::WriteOwner);
}

void TestCliErrors::lockedFile()
{
    const CliSandbox cli;
    const QString file = cli.path(u"tags.sqlite"_s);
    NativeSqlite holder(file);
    holder.execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY)"_s);
    const QString url = u"sqlite:"_s + file;
    COMPARE_STATUS(cli.run({u"--db"_s, url, u"init"_s}), 0);
    holder.execute(u"BEGIN IMMEDIATE"_s);
    compareError(cli.run({u"--db"_s, url, u"add"_s, u"Python"_s, u"--json"_s}), 1, u"locked"_s,
                 u"tags.sqlite"_s);
    const CliRun text = cli.run({u"--db"_s, url, u"add"_s, u"Python"_s});
    COMPARE_STATUS(text, 1);
    QVERIFY2(text.err.startsWith(u"tagsmith: Trying again (2 of 5): "_s), text.report());
    COMPARE_STATUS(cli.run({u"--db"_s, url, u"list"_s}), 0);
    holder.execute(u"ROLLBACK"_s);
    COMPARE_STATUS(cli.run({u"--db"_s, url, u"add"_s, u"Python"_s}), 0);
}

void TestCliErrors::notADatabase()
{
    const CliSandbox cli;
    const QString file =
        cli.write(u"letter.txt"_s, QByteArray("Dear Sir or Madam,\n").repeated(99));
    compareError(cli.run({u"--db"_s, u"sqlite:"_s + file, u"list"_s, u"--json"_s}), 1, u"file"_s,
                 u"letter.txt"_s);
    QVERIFY(CliSandbox::read(file).startsWith("Dear Sir"));
}

void TestCliErrors::unwritableDataFolder()
{
    const CliSandbox cli;
    cli.write(u"data"_s, "a file where the folder should be");
    const CliRun run = cli.run({u"add"_s, u"Python"_s, u"--json"_s});
    COMPARE_STATUS(run, 1);
    QVERIFY2(run.hasOneSentence(), run.report());
}

void TestCliErrors::fullDisk()
{
    database().createMinimalTable();
    database().insertTags({u"Qt"_s});
    compareError(CliSandbox().runOn(database(), {u"export"_s, u"/dev/full"_s, u"--json"_s}), 1,
                 u"disk-full"_s, u"/dev/full"_s);
}

void TestCliErrors::reportThatCannotBeWritten()
{
    database().createMinimalTable();
    makeJournal(database());
    const CliSandbox cli;
    const CliRun run =
        cli.run({u"--db"_s, database().url(), u"add"_s, u"Python"_s}, {}, u"/dev/full"_s);
    // The tag is there, and saying "failed, nothing changed" would be a lie.
    COMPARE_STATUS(run, 0);
    QVERIFY2(run.err.contains(u"The work is done"_s), run.report());
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliErrors)
#include "TestCliErrors.moc"
