// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"

#include "async/Gate.h"
#include "database/Statement.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace tagsmith
{

class TestDatabaseExecutor : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void worksOnOtherThreadsAndAnswersOnThisOne();
    void writesRunInTheOrderOfTheCalls();
    void aWriteWaitsForTheOneBefore();
    void readsRunSideBySide();
    void aReadRunsBesideAWrite();
    void errorsAreAnswers();
    void aFailedWriteIsRolledBack();
    void aDryRunIsRolledBack();
    void aReadLeavesNothingBehind();
    void tellsHowFarItIs();
    void handsOutPartialAnswersInOrder();
    void nobodyIsCalledOnceTheReceiverIsGone();
    void tellsWhatIsGoingOn();

private:
    Pending<int> add(DatabaseExecutor &executor, const QString &name, WriteMode mode);
};

void TestDatabaseExecutor::init()
{
    DatabaseTestCase::init();
    database().createMinimalTable();
}

Pending<int> TestDatabaseExecutor::add(DatabaseExecutor &executor, const QString &name,
                                       WriteMode mode)
{
    return executor.write<int>(
        database().profile(), mode, [name](ScopedConnection &connection, OperationContext<int> &) {
            Statement insert(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s);
            return static_cast<int>(insert.bind(name).execute().rowsAffected());
        });
}

void TestDatabaseExecutor::worksOnOtherThreadsAndAnswersOnThisOne()
{
    DatabaseExecutor executor;
    const auto pending = executor.compute<QThread *>(
        [](OperationContext<QThread *> &) { return QThread::currentThread(); });
    const QThread *answeredOn = nullptr;
    const QThread *workedOn = nullptr;
    QObject receiver;
    whenDone(&receiver, pending, [&](const Result<QThread *> &thread) {
        workedOn = *thread;
        answeredOn = QThread::currentThread();
    });
    QVERIFY(!answeredOn); // never before the call returns
    QTRY_VERIFY(answeredOn);
    QCOMPARE(answeredOn, thread());
    QVERIFY(workedOn != thread());
}

void TestDatabaseExecutor::writesRunInTheOrderOfTheCalls()
{
    DatabaseExecutor executor;
    database().execute(u"CREATE TABLE log (nr INTEGER, seen INTEGER)"_s);
    std::vector<Pending<int>> writes;
    for (int i = 0; i < 20; ++i) {
        writes.push_back(executor.write<int>(
            database().profile(), WriteMode::Commit,
            [i](ScopedConnection &connection, OperationContext<int> &) {
                Statement count(connection, u"SELECT COUNT(*) FROM log"_s);
                count.execute().next();
                Statement insert(connection, u"INSERT INTO log VALUES (?, ?)"_s);
                insert.bind(static_cast<qint64>(i)).bind(count.integer(0)).execute();
                return i;
            }));
    }
    for (int i = 0; i < 20; ++i)
        QCOMPARE(*answerOf(writes[static_cast<size_t>(i)]), i);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM log WHERE nr = seen"_s), 20);
}

void TestDatabaseExecutor::aWriteWaitsForTheOneBefore()
{
    DatabaseExecutor executor;
    test::Gate gate;
    const auto first =
        executor.write<int>(database().profile(), WriteMode::Commit,
                            [wait = gate.waiter()](ScopedConnection &, OperationContext<int> &) {
                                wait();
                                return 1;
                            });
    const auto second = add(executor, u"Python"_s, WriteMode::Commit);
    gate.waitForArrival();
    // A read that is asked for later is done before the second write has begun.
    const auto count = executor.read<qint64>(
        database().profile(), [](ScopedConnection &connection, OperationContext<qint64> &) {
            Statement statement(connection, u"SELECT COUNT(*) FROM tags"_s);
            statement.execute().next();
            return statement.integer(0);
        });
    QCOMPARE(*answerOf(count), 0);
    QVERIFY(!second.future.isFinished());
    gate.open();
    QCOMPARE(*answerOf(second), 1);
    QVERIFY(first.future.isFinished());
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

void TestDatabaseExecutor::readsRunSideBySide()
{
    DatabaseExecutor executor;
    // Each lets the other go on, so that neither would end if they ran one after the other.
    const auto left = std::make_shared<QSemaphore>();
    const auto right = std::make_shared<QSemaphore>();
    const auto meeting = [](const auto &mine, const auto &other) {
        return [mine, other](ScopedConnection &, OperationContext<bool> &) {
            other->release();
            return mine->tryAcquire(1, 60'000);
        };
    };
    const auto first = executor.read<bool>(database().profile(), meeting(left, right));
    const auto second = executor.read<bool>(database().profile(), meeting(right, left));
    QVERIFY(*answerOf(first));
    QVERIFY(*answerOf(second));
}

void TestDatabaseExecutor::aReadRunsBesideAWrite()
{
    DatabaseExecutor executor;
    test::Gate gate;
    const auto write = executor.write<int>(
        database().profile(), WriteMode::Commit,
        [wait = gate.waiter()](ScopedConnection &connection, OperationContext<int> &) {
            Statement(connection, u"INSERT INTO tags (tag_id) VALUES ('Python')"_s).execute();
            wait();
            return 1;
        });
    gate.waitForArrival();
    const auto read = executor.read<qint64>(
        database().profile(), [](ScopedConnection &connection, OperationContext<qint64> &) {
            Statement statement(connection, u"SELECT COUNT(*) FROM tags"_s);
            statement.execute().next();
            return statement.integer(0);
        });
    QCOMPARE(*answerOf(read), 0); // what is not committed is not seen
    gate.open();
    QVERIFY(answerOf(write).ok());
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

void TestDatabaseExecutor::errorsAreAnswers()
{
    DatabaseExecutor executor;
    const auto ours = answerOf(executor.compute<int>([](OperationContext<int> &) -> int {
        throw DatabaseError(ErrorKind::Conflict, u"Twice."_s, 7);
    }));
    QVERIFY(!ours.ok());
    QCOMPARE(ours.error(), (Error{ErrorKind::Conflict, u"Twice."_s, 7}));

    const auto foreign = answerOf(executor.compute<int>(
        [](OperationContext<int> &) -> int { throw std::runtime_error("out of luck"); }));
    QVERIFY(!foreign.ok());
    QCOMPARE(foreign.error().kind, ErrorKind::Internal);
    QVERIFY(foreign.error().message.contains(u"out of luck"_s));

    Profile nowhere = database().profile();
    nowhere.database = u"no_such_database"_s;
    nowhere.path = u"/nowhere/tags.sqlite"_s;
    bool hasRun = false;
    const auto unopened = answerOf(
        executor.read<int>(nowhere, [&hasRun](ScopedConnection &, OperationContext<int> &) {
            hasRun = true;
            return 1;
        }));
    QVERIFY(!unopened.ok());
    QCOMPARE(unopened.error().kind, ErrorKind::UnknownDatabase);
    QVERIFY(!hasRun);
    guard().takeWarnings();
}

void TestDatabaseExecutor::aFailedWriteIsRolledBack()
{
    DatabaseExecutor executor;
    const auto answer = answerOf(executor.write<int>(
        database().profile(), WriteMode::Commit,
        [](ScopedConnection &connection, OperationContext<int> &) -> int {
            Statement(connection, u"INSERT INTO tags (tag_id) VALUES ('Python')"_s).execute();
            throw std::runtime_error("too late");
        }));
    QVERIFY(!answer.ok());
    QCOMPARE(database().tags(), QStringList());
}

void TestDatabaseExecutor::aDryRunIsRolledBack()
{
    DatabaseExecutor executor;
    QCOMPARE(*answerOf(add(executor, u"Python"_s, WriteMode::DryRun)), 1);
    QCOMPARE(database().tags(), QStringList());
    QCOMPARE(*answerOf(add(executor, u"Python"_s, WriteMode::Commit)), 1);
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

void TestDatabaseExecutor::aReadLeavesNothingBehind()
{
    DatabaseExecutor executor;
    const auto answer = answerOf(executor.read<int>(
        database().profile(), [](ScopedConnection &connection, OperationContext<int> &) {
            Statement(connection, u"INSERT INTO tags (tag_id) VALUES ('Python')"_s).execute();
            return 1;
        }));
    QCOMPARE(answer.ok(), !isMariaDb()); // SQLite has no transaction that refuses it
    QCOMPARE(database().tags(), QStringList());
}

void TestDatabaseExecutor::tellsHowFarItIs()
{
    DatabaseExecutor executor;
    test::Gate gate;
    const auto pending =
        executor.compute<int>([wait = gate.waiter()](OperationContext<int> &context) {
            wait();
            context.report({7, 70, 100});
            return 1;
        });
    QObject receiver;
    std::vector<Progress> shown;
    whenProgressed(&receiver, pending,
                   [&shown](const Progress &progress) { shown.push_back(progress); });
    gate.open();
    QTRY_VERIFY(!shown.empty() && shown.back().records == 7);
    QCOMPARE(shown.back().bytes, 70);
    QCOMPARE(shown.back().totalBytes, 100);
    QVERIFY(answerOf(pending).ok());
}

void TestDatabaseExecutor::handsOutPartialAnswersInOrder()
{
    DatabaseExecutor executor;
    const auto pending = executor.compute<int>([](OperationContext<int> &context) {
        context.publish(1);
        context.publish(2);
        return 3;
    });
    QObject receiver;
    std::vector<int> seen;
    whenDone(
        &receiver, pending, [&seen](const Result<int> &answer) { seen.push_back(*answer * 100); },
        [&seen](const Result<int> &partial, int) { seen.push_back(*partial); });
    QTRY_VERIFY(!seen.empty() && seen.back() == 300);
    QCOMPARE(seen.size(), size_t(4)); // the whole answer is a result as well
    QCOMPARE(seen[0], 1);
    QCOMPARE(seen[1], 2);
}

void TestDatabaseExecutor::nobodyIsCalledOnceTheReceiverIsGone()
{
    DatabaseExecutor executor;
    test::Gate gate;
    const auto pending =
        executor.compute<int>([wait = gate.waiter()](OperationContext<int> &context) {
            wait();
            context.publish(1);
            context.report({1, 1, 1});
            return 2;
        });
    bool isCalled = false;
    auto receiver = std::make_unique<QObject>();
    whenDone(
        receiver.get(), pending, [&isCalled](const Result<int> &) { isCalled = true; },
        [&isCalled](const Result<int> &, int) { isCalled = true; });
    whenProgressed(receiver.get(), pending, [&isCalled](const Progress &) { isCalled = true; });
    gate.waitForArrival();
    receiver.reset();
    gate.open();
    QCOMPARE(*answerOf(pending), 2);
    QVERIFY(!isCalled);
}

void TestDatabaseExecutor::tellsWhatIsGoingOn()
{
    DatabaseExecutor executor;
    test::Gate gate;
    const QSignalSpy changes(&executor, &DatabaseExecutor::activityChanged);
    QCOMPARE(executor.runningOperations(), 0);
    const auto read = executor.compute<int>([wait = gate.waiter()](OperationContext<int> &) {
        wait();
        return 1;
    });
    QCOMPARE(executor.runningOperations(), 1);
    QVERIFY(!executor.isWriting());
    const auto write = add(executor, u"Python"_s, WriteMode::Commit);
    QVERIFY(answerOf(write).ok());
    QTRY_COMPARE(executor.runningOperations(), 1);
    QVERIFY(!executor.isWriting());
    gate.open();
    QVERIFY(answerOf(read).ok());
    QTRY_COMPARE(executor.runningOperations(), 0);
    QTRY_COMPARE(changes.count(), 4); // two beginnings and two ends
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestDatabaseExecutor)
#include "TestDatabaseExecutor.moc"
