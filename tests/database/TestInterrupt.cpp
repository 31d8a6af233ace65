// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "database/Transaction.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"

#include <QTest>

#include <atomic>
#include <future>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Statements that would run for hours are stopped from another thread. */
class TestInterrupt : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void aLongSelectEndsWhenCancelled();
    void aSleepEndsWhenCancelled();
    void aLongWriteIsRolledBackWhenCancelled();
    void theConnectionIsUsableAfterAKill();
    void killingWhatHasEndedDoesNothing();
    void aCancelledTokenKeepsTheNextStatementFromRunning();

private:
    /** A SELECT that yields one row at once and then none for hours. */
    QString endlessSelect() const;
    void waitUntilTheServerRuns(const QString &beginning);
};

QString TestInterrupt::endlessSelect() const
{
    if (isMariaDb())
        return u"SELECT COUNT(*) FROM seq_1_to_100000000 a, seq_1_to_100000000 b"_s;
    return u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
           "SELECT i FROM n WHERE i = 1 OR i < 0"_s;
}

void TestInterrupt::waitUntilTheServerRuns(const QString &beginning)
{
    const QString sql =
        u"SELECT COUNT(*) FROM information_schema.processlist "
        "WHERE id <> CONNECTION_ID() AND command = 'Execute' AND info LIKE '%1%'"_s.arg(beginning);
    QTRY_COMPARE(database().number(sql), 1);
}

void TestInterrupt::aLongSelectEndsWhenCancelled()
{
    const CancelToken token;
    std::atomic<bool> running = false;
    std::promise<std::function<void()>> killer;
    auto worker = std::async(std::launch::async, [&, profile = database().profile()] {
        return errorOf([&] {
            ScopedConnection connection(profile, token);
            killer.set_value(connection.killer());
            Statement statement(connection, endlessSelect());
            statement.execute().next();
            running = true;
            while (statement.next()) {
            }
        });
    });
    const std::function<void()> kill = killer.get_future().get();
    if (isMariaDb())
        waitUntilTheServerRuns(u"SELECT COUNT(*) FROM seq_1_to"_s);
    else
        QTRY_VERIFY(running);
    token.cancel();
    QCOMPARE(static_cast<bool>(kill), isMariaDb()); // SQLite's statements the token interrupts
    if (kill)
        kill();
    COMPARE_KIND(worker.get(), ErrorKind::Cancelled);
}

void TestInterrupt::aSleepEndsWhenCancelled()
{
    if (!isMariaDb())
        return; // SQLite does not sleep
    const CancelToken token;
    std::promise<std::function<void()>> killer;
    auto worker = std::async(std::launch::async, [&, profile = database().profile()] {
        return errorOf([&] {
            ScopedConnection connection(profile, token);
            killer.set_value(connection.killer());
            // A killed SLEEP() is no error for the server, so that the token has to be asked.
            Statement(connection, u"SELECT SLEEP(10000)"_s).execute();
        });
    });
    const std::function<void()> kill = killer.get_future().get();
    waitUntilTheServerRuns(u"SELECT SLEEP"_s);
    token.cancel();
    kill();
    COMPARE_KIND(worker.get(), ErrorKind::Cancelled);
}

void TestInterrupt::aLongWriteIsRolledBackWhenCancelled()
{
    database().createMinimalTable();
    const CancelToken token;
    std::atomic<bool> running = false;
    std::promise<std::function<void()>> killer;
    const QString endlessInsert =
        isMariaDb() ? u"INSERT INTO tags SELECT CONCAT(a.seq, '-', b.seq) "
                      "FROM seq_1_to_100000000 a, seq_1_to_100000000 b"_s
                    : u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                      "INSERT INTO tags SELECT i FROM n"_s;
    auto worker = std::async(std::launch::async, [&, profile = database().profile()] {
        return errorOf([&] {
            ScopedConnection connection(profile, token);
            Transaction transaction(connection, Transaction::Mode::Write);
            Statement(connection, u"INSERT INTO tags VALUES ('first')"_s).execute();
            killer.set_value(connection.killer());
            // A statement that is in the middle of its rows keeps SQLite's interrupt pending.
            Statement reader(connection, u"SELECT tag_id FROM tags UNION ALL SELECT 'x'"_s);
            reader.execute().next();
            running = true;
            Statement(connection, endlessInsert).execute();
            transaction.commit();
        });
    });
    const std::function<void()> kill = killer.get_future().get();
    if (isMariaDb())
        waitUntilTheServerRuns(u"INSERT INTO tags SELECT"_s);
    else
        QTRY_VERIFY(running);
    token.cancel();
    if (kill)
        kill();
    COMPARE_KIND(worker.get(), ErrorKind::Cancelled);
    QCOMPARE(database().tags(), QStringList());
}

void TestInterrupt::theConnectionIsUsableAfterAKill()
{
    if (!isMariaDb())
        return;
    std::promise<std::function<void()>> killer;
    auto worker = std::async(std::launch::async, [&, profile = database().profile()] {
        ScopedConnection connection(profile);
        killer.set_value(connection.killer());
        const auto error =
            errorOf([&connection, this] { Statement(connection, endlessSelect()).execute(); });
        Statement next(connection, u"SELECT 42"_s);
        next.execute().next();
        return std::pair(error, next.integer(0));
    });
    const std::function<void()> kill = killer.get_future().get();
    waitUntilTheServerRuns(u"SELECT COUNT(*) FROM seq_1_to"_s);
    kill();
    const auto [error, answer] = worker.get();
    COMPARE_KIND(error, ErrorKind::Cancelled);
    QCOMPARE(answer, 42);
}

void TestInterrupt::killingWhatHasEndedDoesNothing()
{
    if (!isMariaDb())
        return;
    std::function<void()> kill;
    {
        const ScopedConnection connection(database().profile());
        kill = connection.killer();
    }
    kill();
    kill();
}

void TestInterrupt::aCancelledTokenKeepsTheNextStatementFromRunning()
{
    database().createMinimalTable();
    const CancelToken token;
    ScopedConnection connection(database().profile(), token);
    Statement insert(connection, u"INSERT INTO tags (tag_id) VALUES ('Python')"_s);
    token.cancel();
    COMPARE_KIND(errorOf([&insert] { insert.execute(); }), ErrorKind::Cancelled);
    QCOMPARE(database().tags(), QStringList());
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestInterrupt)
#include "TestInterrupt.moc"
