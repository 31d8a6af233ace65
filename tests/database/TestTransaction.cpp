// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Transaction.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "support/DatabaseTestCase.h"
#include "support/ErrorOf.h"
#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestTransaction : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void keepsWhatWasCommitted();
    void rollsBackWithoutCommit();
    void rollsBackWhenAnExceptionPasses();
    void rollsBackOnDemand();
    void staysRolledBackWhenCommitComesTooLate();
    void oneAfterTheOtherOnOneConnection();
    void readsOneConsistentState();
    void readRefusesToWrite();
    void writersOfOneFileTakeTurns();
    void reportsARowThatSomebodyElseHolds();
    void survivesADeadlock();

private:
    static void add(ScopedConnection &connection, const QString &name);
    static qint64 count(ScopedConnection &connection);
};

void TestTransaction::init()
{
    DatabaseTestCase::init();
    database().createMinimalTable();
}

void TestTransaction::add(ScopedConnection &connection, const QString &name)
{
    Statement(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s).bind(name).execute();
}

qint64 TestTransaction::count(ScopedConnection &connection)
{
    Statement statement(connection, u"SELECT COUNT(*) FROM tags"_s);
    statement.execute().next();
    return statement.integer(0);
}

void TestTransaction::keepsWhatWasCommitted()
{
    ScopedConnection connection(database().profile());
    {
        Transaction transaction(connection, Transaction::Mode::Write);
        add(connection, u"Python"_s);
        if (isMariaDb())
            QCOMPARE(database().tags(), QStringList()); // nobody else sees it yet
        transaction.commit();
    }
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

void TestTransaction::rollsBackWithoutCommit()
{
    ScopedConnection connection(database().profile());
    {
        const Transaction transaction(connection, Transaction::Mode::Write);
        add(connection, u"Python"_s);
    }
    QCOMPARE(count(connection), 0);
    QCOMPARE(database().tags(), QStringList());
}

void TestTransaction::rollsBackWhenAnExceptionPasses()
{
    const auto error = errorOf([this] {
        ScopedConnection connection(database().profile());
        const Transaction transaction(connection, Transaction::Mode::Write);
        add(connection, u"Python"_s);
        add(connection, u"Python"_s);
    });
    COMPARE_KIND(error, ErrorKind::Conflict);
    QCOMPARE(database().tags(), QStringList());
}

void TestTransaction::rollsBackOnDemand()
{
    ScopedConnection connection(database().profile());
    Transaction transaction(connection, Transaction::Mode::Write);
    add(connection, u"Python"_s);
    transaction.rollback();
    QCOMPARE(database().tags(), QStringList());
}

void TestTransaction::staysRolledBackWhenCommitComesTooLate()
{
    const CancelToken token;
    ScopedConnection connection(database().profile(), token);
    Transaction transaction(connection, Transaction::Mode::Write);
    add(connection, u"Python"_s);
    token.cancel();
    COMPARE_KIND(errorOf([&connection] { add(connection, u"FastAPI"_s); }), ErrorKind::Cancelled);
    transaction.rollback();
    QCOMPARE(database().tags(), QStringList());
}

void TestTransaction::oneAfterTheOtherOnOneConnection()
{
    ScopedConnection connection(database().profile());
    for (const auto &name : {u"FastAPI"_s, u"Python"_s}) {
        Transaction transaction(connection, Transaction::Mode::Write);
        add(connection, name);
        transaction.commit();
    }
    QCOMPARE(database().tags(), (QStringList{u"FastAPI"_s, u"Python"_s}));
}

void TestTransaction::readsOneConsistentState()
{
    database().insertTags({u"Python"_s});
    if (!isMariaDb())
        database().execute(u"PRAGMA journal_mode = WAL"_s); // else a reader keeps writers out
    ScopedConnection connection(database().profile());
    {
        Transaction transaction(connection, Transaction::Mode::Read);
        database().insertTags({u"FastAPI"_s});
        QCOMPARE(count(connection), 1);
        QCOMPARE(count(connection), 1);
        transaction.commit();
    }
    QCOMPARE(count(connection), 2);
}

void TestTransaction::readRefusesToWrite()
{
    if (!isMariaDb())
        return; // SQLite has no such transaction
    ScopedConnection connection(database().profile());
    const Transaction transaction(connection, Transaction::Mode::Read);
    COMPARE_KIND(errorOf([&connection] { add(connection, u"Python"_s); }), ErrorKind::ReadOnly);
}

void TestTransaction::writersOfOneFileTakeTurns()
{
    if (isMariaDb())
        return; // a server locks rows
    ScopedConnection first(database().profile());
    Transaction transaction(first, Transaction::Mode::Write);
    add(first, u"Python"_s);
    ScopedConnection second(database().profile());
    const auto error =
        errorOf([&second] { const Transaction waiting(second, Transaction::Mode::Write); });
    COMPARE_KIND(error, ErrorKind::Locked);
    QCOMPARE(count(second), 0); // reading goes on
    transaction.commit();
    QCOMPARE(count(second), 1);
}

void TestTransaction::reportsARowThatSomebodyElseHolds()
{
    if (!isMariaDb())
        return;
    database().insertTags({u"Python"_s});
    ScopedConnection connection(database().profile());
    {
        NativeMariaDb other(database().socket(), u"test_db"_s);
        other.execute(u"START TRANSACTION"_s);
        other.execute(u"SELECT * FROM tags FOR UPDATE"_s);
        Statement(connection, u"SET innodb_lock_wait_timeout = 1"_s).execute();
        const Transaction transaction(connection, Transaction::Mode::Write);
        const auto error =
            errorOf([&connection] { Statement(connection, u"DELETE FROM tags"_s).execute(); });
        COMPARE_KIND(error, ErrorKind::Locked);
        other.execute(u"ROLLBACK"_s);
    }
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

void TestTransaction::survivesADeadlock()
{
    if (!isMariaDb())
        return;
    database().insertTags({u"a"_s, u"b"_s});
    ScopedConnection connection(database().profile());
    {
        NativeMariaDb other(database().socket(), u"test_db"_s);
        other.execute(u"CREATE TEMPORARY TABLE weight (x INT) ENGINE=InnoDB"_s);
        other.execute(u"START TRANSACTION"_s);
        other.execute(u"INSERT INTO weight SELECT seq FROM seq_1_to_1000"_s); // so that we lose
        other.execute(u"UPDATE tags SET tag_id = 'b2' WHERE tag_id = 'b'"_s);

        Transaction transaction(connection, Transaction::Mode::Write);
        Statement(connection, u"UPDATE tags SET tag_id = 'a2' WHERE tag_id = 'a'"_s).execute();
        auto waiting = std::async(std::launch::async, [&other] {
            other.execute(u"UPDATE tags SET tag_id = 'a3' WHERE tag_id = 'a'"_s);
        });
        QTRY_COMPARE(database().number(u"SELECT COUNT(*) FROM information_schema.processlist "
                                       "WHERE state = 'Updating'"_s),
                     1);
        const auto error = errorOf([&connection] {
            Statement(connection, u"UPDATE tags SET tag_id = 'b3' WHERE tag_id = 'b'"_s).execute();
        });
        COMPARE_KIND(error, ErrorKind::Locked);
        QCOMPARE(error->nativeCode, 1213);
        transaction.rollback();
        waiting.get();
        other.execute(u"ROLLBACK"_s);
    }
    QCOMPARE(count(connection), 2);
    QCOMPARE(database().tags(), (QStringList{u"a"_s, u"b"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestTransaction)
#include "TestTransaction.moc"
