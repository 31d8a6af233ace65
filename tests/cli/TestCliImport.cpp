// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliSandbox.h"
#include "CompareAccount.h"
#include "support/DatabaseTestCase.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** import, with its account. */
class TestCliImport : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void formats_data();
    void formats();
    void intoEmbedded();
    void secondImportIsUnchanged();
    void fromStandardInput();
    void passwordThenData();
    void emptyPasswordInput();
    void onExisting();
    void mapping();
    void rejectedRows();
    void equalNames();
    void dryRun();
    void textAccount();
    void cancelRunningImport();
    void cancelWaitingForInput();

private:
    /** A file of @p count different names, a line each. */
    static QByteArray manyNames(int count);
    qint64 writesSoFar();
};

QByteArray TestCliImport::manyNames(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "tag " + QByteArray::number(i) + '\n';
    return text;
}

void TestCliImport::formats_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("csv") << u"tags.csv"_s
                         << QByteArray("tag_id,description\nPython,\"a, b\"\nFastAPI,\n");
    QTest::newRow("tsv") << u"tags.tsv"_s
                         << QByteArray("tag_id\tdescription\nPython\ta, b\nFastAPI\t\n");
    QTest::newRow("json")
        << u"tags.json"_s
        << QByteArray(
               R"({"tags":[{"tag_id":"Python","description":"a, b"},{"tag_id":"FastAPI"}]})");
    QTest::newRow("jsonl") << u"tags.jsonl"_s
                           << QByteArray("{\"tag_id\":\"Python\",\"description\":\"a, b\"}\n"
                                         "{\"tag_id\":\"FastAPI\"}\n");
    QTest::newRow("lines") << u"tags.txt"_s << QByteArray("Python\nFastAPI\n");
}

void TestCliImport::formats()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const CliSandbox cli;
    COMPARE_STATUS(cli.runOn(database(), {u"init"_s, u"--create-table"_s}), 0);
    const CliRun run = cli.runOn(database(), {u"import"_s, cli.write(name, content), u"--json"_s});
    COMPARE_STATUS(run, 0);
    compareAccount(run, {{u"read"_s, 2}, {u"inserted"_s, 2}});
    QCOMPARE(run.json().value(u"operation"_s).toString().size(), 36);
    QCOMPARE(run.json().value(u"dryRun"_s), QJsonValue(false));
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s}));
    if (!name.endsWith("txt"_L1)) {
        QCOMPARE(database().column(u"SELECT description FROM tags WHERE tag_id = 'Python'"_s),
                 QStringList{u"a, b"_s});
    }

    // The same by name of the format, where the ending says nothing.
    const QString format =
        QTest::currentDataTag() ? QString::fromLatin1(QTest::currentDataTag()) : QString();
    const CliRun again = cli.runOn(database(), {u"import"_s, cli.write(u"tags.data"_s, content),
                                                u"--format"_s, format, u"--json"_s});
    COMPARE_STATUS(again, 0);
    compareAccount(again, {{u"read"_s, 2}, {u"unchanged"_s, 2}});
}

void TestCliImport::intoEmbedded()
{
    const CliSandbox cli;
    const CliRun run =
        cli.run({u"import"_s, cli.write(u"tags.txt"_s, "Python\nFastAPI\n"), u"--json"_s});
    COMPARE_STATUS(run, 0);
    compareAccount(run, {{u"read"_s, 2}, {u"inserted"_s, 2}});
    const CliRun list = cli.run({u"list"_s});
    QVERIFY2(list.out.contains(u"Python"_s) && list.out.contains(u"FastAPI"_s), list.report());
}

void TestCliImport::secondImportIsUnchanged()
{
    database().createMinimalTable();
    makeJournal(database());
    const CliSandbox cli;
    const QString file = cli.write(u"tags.txt"_s, manyNames(3000));
    const CliRun first = cli.runOn(database(), {u"import"_s, file, u"--json"_s});
    COMPARE_STATUS(first, 0);
    compareAccount(first, {{u"read"_s, 3000}, {u"inserted"_s, 3000}});
    for (const auto &way : {u"skip"_s, u"update"_s}) {
        const CliRun second =
            cli.runOn(database(), {u"import"_s, file, u"--on-existing"_s, way, u"--json"_s});
        COMPARE_STATUS(second, 0);
        compareAccount(second, {{u"read"_s, 3000}, {u"unchanged"_s, 3000}});
        QVERIFY2(second.json().value(u"operation"_s).isNull(), second.report());
    }
    COMPARE_STATUS(cli.runOn(database(), {u"import"_s, file}), 0);
    const CliRun history = cli.runOn(database(), {u"history"_s, u"--json"_s});
    COMPARE_STATUS(history, 0);
    QCOMPARE(history.json().value(u"operations"_s).toArray().size(), 1);
    // What there is to take back is the import that added the names.
    COMPARE_STATUS(cli.runOn(database(), {u"undo"_s}), 0);
    QCOMPARE(database().tags(), QStringList());
}

void TestCliImport::fromStandardInput()
{
    database().createMinimalTable();
    makeJournal(database());
    const CliRun run =
        CliSandbox().runOn(database(), {u"import"_s, u"-"_s, u"--json"_s}, manyNames(50'000));
    COMPARE_STATUS(run, 0);
    compareAccount(run, {{u"read"_s, 50'000}, {u"inserted"_s, 50'000}});
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), 50'000);
}

void TestCliImport::passwordThenData()
{
    database().createMinimalTable();
    makeJournal(database());
    const CliRun run =
        CliSandbox().runOn(database(), {u"import"_s, u"-"_s, u"--password-stdin"_s, u"--json"_s},
                           "secret\r\nPython\nFastAPI\n");
    // Neither the test server nor SQLite looks at the password.
    COMPARE_STATUS(run, 0);
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s}));

    const CliRun list =
        CliSandbox().runOn(database(), {u"list"_s, u"--password-stdin"_s}, "secret\nmore\n");
    COMPARE_STATUS(list, 0);
}

void TestCliImport::emptyPasswordInput()
{
    database().createMinimalTable();
    const CliRun run = CliSandbox().runOn(database(), {u"list"_s, u"--password-stdin"_s});
    COMPARE_STATUS(run, 2);
    QVERIFY2(run.hasOneSentence() && run.err.contains(u"--password-stdin"_s), run.report());
}

void TestCliImport::onExisting()
{
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note TEXT)"_s);
    makeJournal(database());
    database().execute(u"INSERT INTO tags VALUES ('Python', 'old'), ('Qt', 'old')"_s);
    const CliSandbox cli;
    const QString file = cli.write(u"tags.csv"_s, "tag_id,note\nNew,new\nPython,new\nQt,old\n");
    const auto import = [&](const QString &way) {
        return cli.runOn(database(), {u"import"_s, file, u"--on-existing"_s, way, u"--json"_s});
    };
    const auto notes = [this] {
        return database().column(u"SELECT note FROM tags ORDER BY tag_id"_s);
    };
    const CliRun fail = import(u"fail"_s);
    COMPARE_STATUS(fail, 3);
    QCOMPARE(fail.errorKind(), u"conflict"_s);
    QCOMPARE(notes(), (QStringList{u"old"_s, u"old"_s}));

    const CliRun skip = import(u"skip"_s);
    COMPARE_STATUS(skip, 0);
    compareAccount(skip,
                   {{u"read"_s, 3}, {u"inserted"_s, 1}, {u"skipped"_s, 1}, {u"unchanged"_s, 1}});
    QCOMPARE(notes(), (QStringList{u"new"_s, u"old"_s, u"old"_s}));

    const CliRun update = import(u"update"_s);
    COMPARE_STATUS(update, 0);
    compareAccount(update, {{u"read"_s, 3}, {u"updated"_s, 1}, {u"unchanged"_s, 2}});
    QCOMPARE(notes(), (QStringList{u"new"_s, u"new"_s, u"old"_s}));
}

void TestCliImport::mapping()
{
    database().execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, note TEXT)"_s);
    makeJournal(database());
    const CliSandbox cli;
    const QString file = cli.write(u"t.csv"_s, "Wort,a=b\nPython,snake\n");
    const CliRun run = cli.runOn(
        database(), {u"import"_s, file, u"--map"_s, u"Wort=tag_id"_s, u"--map"_s, u"a=b=note"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(database().rows(u"SELECT tag_id, note FROM tags"_s).at(0),
             (QStringList{u"Python"_s, u"snake"_s}));
}

void TestCliImport::rejectedRows()
{
    database().createMinimalTable();
    makeJournal(database());
    const CliSandbox cli;
    const QString tooLong = QString(191, u'x');
    const QString file =
        cli.write(u"t.csv"_s, "tag_id\nPython\n\"\"\n" + tooLong.toUtf8() + "\nQt\n");
    const QString rejects = cli.path(u"rejects.csv"_s);
    const CliRun run =
        cli.runOn(database(), {u"import"_s, file, u"--rejects"_s, rejects, u"--json"_s});
    COMPARE_STATUS(run, 4);
    compareAccount(run, {{u"read"_s, 4}, {u"inserted"_s, 2}, {u"rejected"_s, 2}});
    const QJsonArray rejections = run.json().value(u"rejections"_s).toArray();
    QCOMPARE(rejections.size(), 2);
    QCOMPARE(rejections.at(0).toObject().value(u"line"_s), QJsonValue(3));
    QCOMPARE(rejections.at(1).toObject().value(u"line"_s), QJsonValue(4));
    QCOMPARE(rejections.at(1).toObject().value(u"name"_s), QJsonValue(tooLong));
    QVERIFY(!rejections.at(1).toObject().value(u"reason"_s).toString().isEmpty());
    QCOMPARE(database().tags(), (QStringList{u"Python"_s, u"Qt"_s}));
    QVERIFY(CliSandbox::read(rejects).contains(tooLong.toUtf8()));

    const CliRun text = cli.runOn(database(), {u"import"_s, file});
    COMPARE_STATUS(text, 4);
    const QString excerpt = QString(60, u'x') + u'…';
    QVERIFY2(text.out.contains(u"line 4: \"%1\": "_s.arg(excerpt)), text.report());
    QVERIFY2(!text.out.contains(QString(61, u'x')), text.report());
}

void TestCliImport::equalNames()
{
    // The collation decides what is equal: no case on either engine here.
    database().execute(isMariaDb()
                           ? u"CREATE TABLE tags (tag_id VARCHAR(190) CHARACTER SET utf8mb4 "
                             "COLLATE utf8mb4_general_ci PRIMARY KEY)"_s
                           : u"CREATE TABLE tags (tag_id VARCHAR(190) COLLATE NOCASE "
                             "PRIMARY KEY)"_s);
    makeJournal(database());
    database().insertTags({u"Qt"_s});
    const CliSandbox cli;
    const QString file = cli.write(u"t.txt"_s, "Python\nQT\nPYTHON\n");
    const CliRun run = cli.runOn(database(), {u"import"_s, file, u"--json"_s});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.json().value(u"inserted"_s), QJsonValue(1));
    const QJsonArray pairs = run.json().value(u"equalNames"_s).toArray();
    QCOMPARE(pairs.size(), 2);
    const QJsonObject stored{{u"line"_s, 2},
                             {u"name"_s, u"QT"_s},
                             {u"otherLine"_s, QJsonValue::Null},
                             {u"otherName"_s, u"Qt"_s}};
    const QJsonObject inFile{{u"line"_s, 3},
                             {u"name"_s, u"PYTHON"_s},
                             {u"otherLine"_s, 1},
                             {u"otherName"_s, u"Python"_s}};
    QVERIFY2(pairs.contains(stored), run.report());
    QVERIFY2(pairs.contains(inFile), run.report());

    const CliRun text = cli.runOn(database(), {u"import"_s, file});
    COMPARE_STATUS(text, 0);
    QVERIFY2(text.out.contains(u"line 2: \"QT\" and the stored \"Qt\""_s), text.report());
}

void TestCliImport::dryRun()
{
    database().createMinimalTable();
    makeJournal(database());
    database().insertTags({u"Qt"_s});
    const CliSandbox cli;
    const QString file = cli.write(u"t.txt"_s, "Python\nQt\n");
    const CliRun run = cli.runOn(database(), {u"import"_s, file, u"--dry-run"_s, u"--json"_s});
    COMPARE_STATUS(run, 0);
    compareAccount(run, {{u"read"_s, 2}, {u"inserted"_s, 1}, {u"unchanged"_s, 1}});
    QVERIFY(run.json().value(u"operation"_s).isNull());
    QCOMPARE(run.json().value(u"dryRun"_s), QJsonValue(true));
    QCOMPARE(database().tags(), QStringList{u"Qt"_s});
}

void TestCliImport::textAccount()
{
    database().createMinimalTable();
    makeJournal(database());
    const CliSandbox cli;
    const QString file = cli.write(u"t.txt"_s, manyNames(1234));
    const CliRun run = cli.runOn(database(), {u"import"_s, file});
    COMPARE_STATUS(run, 0);
    QCOMPARE(run.out, u"Read             1,234\n"
                      "Inserted         1,234\n"
                      "Updated              0\n"
                      "Unchanged            0\n"
                      "Skipped              0\n"
                      "Rejected             0\n"_s);
    QVERIFY2(run.err.isEmpty(), run.report());

    // A file of nothing but errors does not flood the screen.
    QByteArray bad = "tag_id\n";
    for (int i = 0; i < 30; ++i)
        bad += QByteArray(200 + i, 'x') + '\n';
    const CliRun rejected = cli.runOn(database(), {u"import"_s, cli.write(u"b.csv"_s, bad)});
    COMPARE_STATUS(rejected, 4);
    QCOMPARE(rejected.out.count(u"  line "_s), 20);
    QVERIFY2(rejected.out.contains(u"  and 10 more\n"_s), rejected.report());
}

/** Statements that inserted, of everybody on the server; SQLite: the size of the journal. */
qint64 TestCliImport::writesSoFar()
{
    if (isMariaDb()) {
        return database().rows(u"SHOW GLOBAL STATUS LIKE 'Com_insert'"_s).at(0).at(1).toLongLong();
    }
    return QFileInfo(database().file() + u"-journal"_s).size();
}

void TestCliImport::cancelRunningImport()
{
    database().createMinimalTable();
    makeJournal(database());
    database().insertTags({u"Qt"_s});
    const CliSandbox cli;
    const QString file = cli.write(u"t.txt"_s, manyNames(1'000'000));
    const qint64 before = writesSoFar();
    QProcess process;
    cli.start(process, {u"--db"_s, database().url(), u"import"_s, file, u"--json"_s});
    QTRY_VERIFY_WITH_TIMEOUT(writesSoFar() > before, 60'000);
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    const CliRun run = CliSandbox::ended(process);
    COMPARE_STATUS(run, 130);
    QCOMPARE(run.errorKind(), u"cancelled"_s);
    QVERIFY2(run.hasOneSentence(), run.report());
    QCOMPARE(database().tags(), QStringList{u"Qt"_s});
}

void TestCliImport::cancelWaitingForInput()
{
    database().createMinimalTable();
    makeJournal(database());
    const CliSandbox cli;
    QProcess process;
    cli.start(process, {u"--db"_s, database().url(), u"import"_s, u"-"_s, u"--json"_s});
    process.write("Python\n");
    QVERIFY(process.waitForBytesWritten());
    // The handler is there once the signals that it catches show in the process's own status.
    const QString status = u"/proc/%1/status"_s.arg(process.processId());
    const auto catchesInterrupt = [&status] {
        const QString text = QString::fromLatin1(CliSandbox::read(status));
        const QString mask = text.section(u"SigCgt:"_s, 1).section(u'\n', 0, 0).trimmed();
        return (mask.toULongLong(nullptr, 16) & (1ULL << (SIGTERM - 1))) != 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(catchesInterrupt(), 60'000);
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);
    const CliRun run = CliSandbox::ended(process);
    COMPARE_STATUS(run, 130);
    QCOMPARE(run.errorKind(), u"cancelled"_s);
    QCOMPARE(database().tags(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCliImport)
#include "TestCliImport.moc"
