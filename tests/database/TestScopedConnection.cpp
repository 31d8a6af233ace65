// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/ScopedConnection.h"

#include "database/Statement.h"
#include "database/Transaction.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"

#include <QFile>
#include <QSqlDatabase>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestScopedConnection : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void reportsWhatWasNegotiated();
    void speaksUtf8mb4StrictAndUtc();
    void keepsStrictModeAgainstTheServersDefault();
    void enforcesForeignKeys();
    void isGoneAfterItsScope();
    void connectionsOfManyThreadsGetInNobodysWay();
    void refusesToOpenWithACancelledToken();
    void reportsThatNoServerAnswers();
    void reportsAnUnknownDatabase();
    void reportsThatTheSessionWasKilled();
    void reportsThatTheServerIsReadOnly();
    void makesAFileOnlyWhenAsked();
    void opensPathsWithSpecialCharacters();
    void refusesAFileThatIsNoDatabase();
    void refusesAFolder();
    void waitsForALockedFileAndThenSaysSo();
    void cancelEndsTheWaitForALock();

private:
    std::optional<Error> openingError(const Profile &profile) const;
};

std::optional<Error> TestScopedConnection::openingError(const Profile &profile) const
{
    return errorOf([&profile] { const ScopedConnection connection(profile); });
}

void TestScopedConnection::reportsWhatWasNegotiated()
{
    const ScopedConnection connection(database().profile());
    const ConnectionReport &report = connection.report();
    QVERIFY(!report.readOnly);
    QVERIFY(report.cipher.isEmpty());
    QVERIFY(!report.certificateVerified);
    if (isMariaDb()) {
        QVERIFY2(report.server.startsWith("MariaDB 1"_L1), qPrintable(report.server));
        QVERIFY2(!report.server.contains(u'-'), qPrintable(report.server));
        QCOMPARE(report.host, database().socket());
        QCOMPARE(report.characterSet, u"utf8mb4"_s);
        QVERIFY(report.connectionId > 0);
        QVERIFY(report.maxAllowedPacket >= 1024 * 1024);
    } else {
        QVERIFY2(report.server.startsWith("SQLite 3."_L1), qPrintable(report.server));
        QCOMPARE(report.host, database().file());
        QCOMPARE(report.characterSet, u"UTF-8"_s);
        QCOMPARE(report.connectionId, 0);
    }
}

void TestScopedConnection::speaksUtf8mb4StrictAndUtc()
{
    ScopedConnection connection(database().profile());
    // With the bare parameter QMYSQL would not know how long the text can get.
    Statement text(connection, u"SELECT CAST(? AS CHAR(50))"_s);
    text.bind(u"日本語 🏷️ naïve"_s).execute();
    QVERIFY(text.next());
    QCOMPARE(text.text(0), u"日本語 🏷️ naïve"_s);
    if (!isMariaDb())
        return;
    Statement session(connection, u"SELECT @@character_set_client, @@character_set_connection, "
                                  "@@character_set_results, @@sql_mode, @@time_zone, "
                                  "TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())"_s);
    QVERIFY(session.execute().next());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(session.text(i), u"utf8mb4"_s);
    QVERIFY2(session.text(3).contains("STRICT_ALL_TABLES"_L1), qPrintable(session.text(3)));
    QCOMPARE(session.text(4), u"+00:00"_s);
    QCOMPARE(session.integer(5), 0);
}

void TestScopedConnection::keepsStrictModeAgainstTheServersDefault()
{
    if (!isMariaDb())
        return; // there is no such mode in SQLite
    const QString before = database().column(u"SELECT @@global.sql_mode"_s).value(0);
    database().execute(u"SET GLOBAL sql_mode = ''"_s);
    std::optional<Error> error;
    {
        database().execute(u"CREATE TABLE t (a VARCHAR(2))"_s);
        ScopedConnection connection(database().profile());
        error = errorOf(
            [&connection] { Statement(connection, u"INSERT INTO t VALUES ('abc')"_s).execute(); });
    }
    database().execute(u"SET GLOBAL sql_mode = '%1'"_s.arg(before));
    COMPARE_KIND(error, ErrorKind::TooLong);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM t"_s), 0);
}

void TestScopedConnection::enforcesForeignKeys()
{
    database().createMinimalTable();
    database().execute(
        u"CREATE TABLE posts (id INT, tag VARCHAR(190), FOREIGN KEY (tag) REFERENCES tags(tag_id))"_s);
    ScopedConnection connection(database().profile());
    const auto error = errorOf([&connection] {
        Statement(connection, u"INSERT INTO posts VALUES (1, 'nobody')"_s).execute();
    });
    COMPARE_KIND(error, ErrorKind::Constraint);
}

void TestScopedConnection::isGoneAfterItsScope()
{
    QStringList names;
    for (int i = 0; i < 3; ++i) {
        const ScopedConnection connection(database().profile());
        names << DriverAnchor::leftoverConnections();
    }
    QCOMPARE(names.size(), 3);
    QCOMPARE(names.removeDuplicates(), 0); // a name is never used twice
    QCOMPARE(DriverAnchor::leftoverConnections(), QStringList());
}

void TestScopedConnection::connectionsOfManyThreadsGetInNobodysWay()
{
    constexpr int threads = 8;
    constexpr int rounds = 25;
    std::vector<std::future<int>> workers;
    workers.reserve(threads);
    for (int i = 0; i < threads; ++i) {
        workers.push_back(std::async(std::launch::async, [profile = database().profile()] {
            int sum = 0;
            for (int round = 0; round < rounds; ++round) {
                ScopedConnection connection(profile);
                Statement one(connection, u"SELECT 1"_s);
                one.execute().next();
                sum += static_cast<int>(one.integer(0));
            }
            return sum;
        }));
    }
    for (std::future<int> &worker : workers)
        QCOMPARE(worker.get(), rounds);
}

void TestScopedConnection::refusesToOpenWithACancelledToken()
{
    const CancelToken token;
    token.cancel();
    const Profile profile = database().profile();
    COMPARE_KIND(errorOf([&] { const ScopedConnection connection(profile, token); }),
                 ErrorKind::Cancelled);
}

void TestScopedConnection::reportsThatNoServerAnswers()
{
    if (!isMariaDb())
        return; // a missing file is in makesAFileOnlyWhenAsked()
    Profile profile = database().profile();
    profile.socket = u"/nowhere/mariadb.sock"_s;
    const auto error = openingError(profile);
    COMPARE_KIND(error, ErrorKind::Connection);
    QCOMPARE(error->nativeCode, 2002);
    QVERIFY2(error->message.contains("No server answers at the socket /nowhere/mariadb.sock"_L1),
             qPrintable(error->message));

    profile.socket.clear();
    profile.hosts = {Host{u"127.0.0.1"_s, 1}};
    const auto tcpError = openingError(profile);
    COMPARE_KIND(tcpError, ErrorKind::Connection);
    QVERIFY2(tcpError->message.contains("127.0.0.1, port 1"_L1), qPrintable(tcpError->message));
}

void TestScopedConnection::reportsAnUnknownDatabase()
{
    Profile profile = database().profile();
    if (isMariaDb())
        profile.database = u"no_such_db"_s;
    else
        profile.path = u"/nowhere/no_such_db.sqlite"_s;
    const auto error = openingError(profile);
    COMPARE_KIND(error, ErrorKind::UnknownDatabase);
    QVERIFY2(error->message.contains("no_such_db"_L1), qPrintable(error->message));
}

void TestScopedConnection::reportsThatTheSessionWasKilled()
{
    if (!isMariaDb())
        return; // SQLite has no sessions
    guard().expectAbortedClients(1);
    ScopedConnection connection(database().profile());
    database().execute(u"KILL %1"_s.arg(connection.report().connectionId));
    const auto error = errorOf([&connection] { Statement(connection, u"SELECT 1"_s).execute(); });
    COMPARE_KIND(error, ErrorKind::Connection);
    QVERIFY2(error->message.contains("was lost"_L1), qPrintable(error->message));
}

void TestScopedConnection::reportsThatTheServerIsReadOnly()
{
    if (!isMariaDb())
        return; // the rights of a file do not bind root, as whom these tests may run
    database().execute(u"SET GLOBAL read_only = 1"_s);
    const bool readOnly = ScopedConnection(database().profile()).report().readOnly;
    database().execute(u"SET GLOBAL read_only = 0"_s);
    QVERIFY(readOnly);
}

void TestScopedConnection::makesAFileOnlyWhenAsked()
{
    if (isMariaDb())
        return;
    Profile profile = database().profile();
    QVERIFY(QFile::remove(profile.path));
    const auto error = openingError(profile);
    COMPARE_KIND(error, ErrorKind::UnknownDatabase);
    QVERIFY2(error->message.contains(profile.path), qPrintable(error->message));
    QVERIFY(!QFile::exists(profile.path));

    profile.createFile = true;
    QVERIFY(!openingError(profile));
    QVERIFY(QFile::exists(profile.path));
}

void TestScopedConnection::opensPathsWithSpecialCharacters()
{
    if (isMariaDb())
        return;
    Profile profile = database().profile();
    const QString path = profile.path + u" #1?50%25 ünï;'\".db"_s;
    NativeSqlite(path).execute(u"CREATE TABLE found (a)"_s);
    profile.path = path;
    {
        ScopedConnection connection(profile);
        Statement(connection, u"INSERT INTO found VALUES (1)"_s).execute();
    }
    QCOMPARE(NativeSqlite(path).rows(u"SELECT a FROM found"_s).size(), 1);
    QVERIFY(QFile::remove(path));
}

void TestScopedConnection::refusesAFileThatIsNoDatabase()
{
    if (isMariaDb())
        return;
    const QByteArray content = "tag_id,description\nPython,a snake\n" + QByteArray(4096, '\n');
    QFile file(database().file());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const auto error = openingError(database().profile());
    COMPARE_KIND(error, ErrorKind::File);
    QVERIFY2(error->message.contains("is not an SQLite database"_L1), qPrintable(error->message));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestScopedConnection::refusesAFolder()
{
    if (isMariaDb())
        return;
    Profile profile = database().profile();
    profile.path = u"/tmp"_s;
    COMPARE_KIND(openingError(profile), ErrorKind::File);
}

void TestScopedConnection::waitsForALockedFileAndThenSaysSo()
{
    if (isMariaDb())
        return;
    NativeSqlite other(database().file());
    other.execute(u"BEGIN EXCLUSIVE"_s);
    const auto error = openingError(database().profile());
    COMPARE_KIND(error, ErrorKind::Locked);
    QVERIFY2(error->message.contains(database().file()), qPrintable(error->message));

    // Let go while somebody waits: the waiting ends well.
    auto waiting = std::async(std::launch::async, [profile = database().profile()] {
        return errorOf([&profile] { const ScopedConnection connection(profile); });
    });
    QTRY_COMPARE(DriverAnchor::leftoverConnections().size(), 1);
    other.execute(u"COMMIT"_s);
    QVERIFY(!waiting.get());
}

void TestScopedConnection::cancelEndsTheWaitForALock()
{
    if (isMariaDb())
        return;
    NativeSqlite other(database().file());
    other.execute(u"BEGIN IMMEDIATE"_s);
    const CancelToken token;
    auto waiting = std::async(std::launch::async, [profile = database().profile(), token] {
        return errorOf([&] {
            ScopedConnection connection(profile, token);
            const Transaction transaction(connection, Transaction::Mode::Write);
        });
    });
    QTRY_COMPARE(DriverAnchor::leftoverConnections().size(), 1);
    token.cancel();
    COMPARE_KIND(waiting.get(), ErrorKind::Cancelled);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestScopedConnection)
#include "TestScopedConnection.moc"
