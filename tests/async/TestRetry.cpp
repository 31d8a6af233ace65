// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"
#include "database/Statement.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"
#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** What may go away by itself is tried again; the rest is told at once. */
class TestRetry : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void knowsWhatMayGoAway_data();
    void knowsWhatMayGoAway();
    void aLockIsTriedAgainUntilItIsGone();
    void aLockThatStaysIsToldAfterAWhile();
    void aLostLinkIsTriedAgain();
    void atMostFiveTries();
    void whatStaysWrongIsNotTriedAgain();
    void noServerAtAllIsToldAtOnce();
    void aPauseEndsWithTheCancellation();
    void aPauseEndsWithTheShutdown();
    void aReadOnlyConnectionTakesNoWrites();
    void aReadOnlyConnectionReads();

private:
    using Work = std::function<int(ScopedConnection &)>;

    Pending<int> write(DatabaseExecutor &executor, const Work &work)
    {
        return executor.write<int>(database().profile(), WriteMode::Commit,
                                   [work](ScopedConnection &connection, OperationContext<int> &) {
                                       return work(connection);
                                   });
    }
    static int add(ScopedConnection &connection, const QString &name)
    {
        Statement insert(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s);
        return static_cast<int>(insert.bind(name).execute().rowsAffected());
    }
    static void fail(int code) { throw DatabaseError(ErrorKind::Locked, u"Not now."_s, code); }
    static int transientCode() { return isMariaDb() ? 1213 : 5; }
};

void TestRetry::init()
{
    DatabaseTestCase::init();
    database().createMinimalTable();
}

void TestRetry::knowsWhatMayGoAway_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("onServer");
    QTest::addColumn<bool>("onFile");
    for (const int code : {1205, 1213, 1020, 1047, 1053, 1927, 2002, 2003, 2006, 2013, 2055})
        QTest::addRow("%d", code) << code << true << ((code & 0xff) == 5 || (code & 0xff) == 6);
    for (const int code : {5, 6, 261, 517, 262})
        QTest::addRow("SQLite %d", code) << code << false << true;
    for (const int code : {0, 1, 8, 13, 19, 1045, 1062, 1146, 1290, 1317, 1452, 2067})
        QTest::addRow("not %d", code) << code << false << false;
}

void TestRetry::knowsWhatMayGoAway()
{
    QFETCH(const int, code);
    const Error error{ErrorKind::Internal, u"Something."_s, code};
    QTEST(isTransient(error, Driver::Mysql), "onServer");
    QTEST(isTransient(error, Driver::Sqlite), "onFile");
}

void TestRetry::aLockIsTriedAgainUntilItIsGone()
{
    database().insertTags({u"held"_s});
    std::unique_ptr<NativeMariaDb> server;
    std::unique_ptr<NativeSqlite> file;
    if (isMariaDb()) {
        server = std::make_unique<NativeMariaDb>(database().socket(), u"test_db"_s);
        server->execute(u"START TRANSACTION"_s);
        server->execute(u"SELECT * FROM tags FOR UPDATE"_s);
    } else {
        file = std::make_unique<NativeSqlite>(database().file());
        file->execute(u"BEGIN IMMEDIATE"_s);
    }
    DatabaseExecutor executor;
    const auto pending = write(executor, [](ScopedConnection &connection) {
        return static_cast<int>(
            Statement(connection, u"UPDATE tags SET tag_id = 'free' WHERE tag_id = 'held'"_s)
                .execute()
                .rowsAffected());
    });
    QObject receiver;
    Progress seen;
    whenProgressed(&receiver, pending, [&](const Progress &progress) {
        if (progress.attempt == 1)
            return; // it has begun
        seen = progress;
        server.reset();
        file.reset();
    });
    const auto answer = answerOf(pending);
    VERIFY_OK(answer);
    QCOMPARE(*answer, 1);
    QVERIFY(seen.attempt >= 2);
    QCOMPARE(seen.trouble, u"Somebody else holds a lock on these rows."_s);
    QCOMPARE(database().tags(), QStringList{u"free"_s});
}

void TestRetry::aLockThatStaysIsToldAfterAWhile()
{
    std::unique_ptr<NativeMariaDb> server;
    std::unique_ptr<NativeSqlite> file;
    database().insertTags({u"held"_s});
    if (isMariaDb()) {
        server = std::make_unique<NativeMariaDb>(database().socket(), u"test_db"_s);
        server->execute(u"LOCK TABLES tags WRITE"_s);
    } else {
        file = std::make_unique<NativeSqlite>(database().file());
        file->execute(u"BEGIN EXCLUSIVE"_s);
    }
    DatabaseExecutor executor;
    const auto answer = answerOf(
        write(executor, [](ScopedConnection &connection) { return add(connection, u"x"_s); }));
    server.reset();
    file.reset();
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Locked);
    QVERIFY2(answer.error().message.contains(u"lock"_s), qPrintable(answer.error().message));
    QCOMPARE(database().tags(), QStringList{u"held"_s});
}

void TestRetry::aLostLinkIsTriedAgain()
{
    if (!isMariaDb())
        return;
    DatabaseExecutor executor;
    const auto tries = std::make_shared<std::atomic<int>>(0);
    const auto pending = write(executor, [this, tries](ScopedConnection &connection) {
        add(connection, u"Python"_s);
        if (++*tries < 3) {
            NativeMariaDb(database().socket())
                .execute(u"KILL CONNECTION %1"_s.arg(connection.report().connectionId));
        }
        add(connection, u"Go"_s);
        return tries->load();
    });
    QObject receiver;
    Progress seen;
    whenProgressed(&receiver, pending, [&seen](const Progress &progress) { seen = progress; });
    const auto answer = answerOf(pending);
    VERIFY_OK(answer);
    QCOMPARE(*answer, 3);
    QCOMPARE(seen.attempt, 3);
    QCOMPARE(seen.trouble, u"The link to the server was lost."_s);
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Python"_s}));
    guard().expectAbortedClients(2);
}

void TestRetry::atMostFiveTries()
{
    DatabaseExecutor executor;
    executor.setFirstRetryPause(std::chrono::milliseconds(1));
    const auto tries = std::make_shared<std::atomic<int>>(0);
    const auto answer = answerOf(write(executor, [tries](ScopedConnection &connection) {
        add(connection, u"Python"_s);
        ++*tries;
        fail(transientCode());
        return 0;
    }));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error(), (Error{ErrorKind::Locked, u"Not now."_s, transientCode()}));
    QCOMPARE(tries->load(), 5);
    QCOMPARE(database().tags(), QStringList());
}

void TestRetry::whatStaysWrongIsNotTriedAgain()
{
    DatabaseExecutor executor;
    const auto tries = std::make_shared<std::atomic<int>>(0);
    const auto answer = answerOf(write(executor, [tries](ScopedConnection &connection) {
        ++*tries;
        add(connection, u"Python"_s);
        return add(connection, u"Python"_s);
    }));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Conflict);
    QCOMPARE(tries->load(), 1);
}

void TestRetry::noServerAtAllIsToldAtOnce()
{
    if (!isMariaDb())
        return;
    DatabaseExecutor executor;
    Profile nowhere = database().profile();
    nowhere.socket += u".missing"_s;
    const auto pending = executor.write<int>(
        nowhere, WriteMode::Commit, [](ScopedConnection &, OperationContext<int> &) { return 1; });
    QObject receiver;
    bool isRetried = false;
    whenProgressed(&receiver, pending,
                   [&isRetried](const Progress &progress) { isRetried = progress.attempt > 1; });
    const auto answer = answerOf(pending);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Connection);
    QVERIFY(!isRetried);
    guard().takeWarnings();
}

void TestRetry::aPauseEndsWithTheCancellation()
{
    DatabaseExecutor executor;
    executor.setFirstRetryPause(std::chrono::hours(1));
    const auto pending = write(executor, [](ScopedConnection &) {
        fail(transientCode());
        return 0;
    });
    QObject receiver;
    whenProgressed(&receiver, pending, [&pending](const Progress &progress) {
        if (progress.attempt > 1)
            pending.token.cancel();
    });
    const auto answer = answerOf(pending);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
}

void TestRetry::aPauseEndsWithTheShutdown()
{
    DatabaseExecutor executor;
    executor.setFirstRetryPause(std::chrono::hours(1));
    const auto pending = write(executor, [](ScopedConnection &) {
        fail(transientCode());
        return 0;
    });
    QObject receiver;
    const QSignalSpy drained(&executor, &DatabaseExecutor::drained);
    whenProgressed(&receiver, pending, [&executor](const Progress &progress) {
        if (progress.attempt > 1)
            executor.beginShutdown();
    });
    QCOMPARE(answerOf(pending).error().kind, ErrorKind::Cancelled);
    QTRY_COMPARE(drained.count(), 1);
}

void TestRetry::aReadOnlyConnectionTakesNoWrites()
{
    DatabaseExecutor executor;
    Profile profile = database().profile();
    profile.readOnly = true;
    // Refused before anything is opened: it does not matter that there is nothing.
    profile.path += u".missing"_s;
    profile.database += u"_missing"_s;
    const auto work = [](ScopedConnection &connection, OperationContext<int> &) {
        return add(connection, u"Python"_s);
    };
    for (const auto &answer : {answerOf(executor.write<int>(profile, WriteMode::Commit, work)),
                               answerOf(executor.write<int>(profile, WriteMode::DryRun, work)),
                               answerOf(executor.writeWithoutTransaction<int>(profile, work))}) {
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, ErrorKind::ReadOnly);
        QVERIFY(answer.error().message.startsWith(
            u"This connection is opened read-only, so that nothing is changed; "_s));
    }
}

void TestRetry::aReadOnlyConnectionReads()
{
    database().insertTags({u"Python"_s});
    DatabaseExecutor executor;
    Profile profile = database().profile();
    profile.readOnly = true;
    const auto read = [&](const QString &sql) {
        return answerOf(executor.read<qint64>(
            profile, [sql](ScopedConnection &connection, OperationContext<qint64> &) {
                if (!connection.report().readOnly)
                    throw DatabaseError(ErrorKind::Internal, u"It takes writes."_s);
                Statement statement(connection, sql);
                statement.execute().next();
                return statement.integer(0);
            }));
    };
    const auto count = read(u"SELECT COUNT(*) FROM tags"_s);
    VERIFY_OK(count);
    QCOMPARE(*count, 1);
    // Not even work that is not what it says changes anything.
    const auto refused = read(u"DELETE FROM tags"_s);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::ReadOnly);
    if (!isMariaDb()) { // also in write-ahead mode, which keeps files of its own beside it
        NativeSqlite(database().file()).rows(u"PRAGMA journal_mode = WAL"_s);
        const auto wal = read(u"SELECT COUNT(*) FROM tags"_s);
        VERIFY_OK(wal);
        QCOMPARE(*wal, 1);
    }
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRetry)
#include "TestRetry.moc"
