// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"

#include "async/EndlessWork.h"
#include "async/Gate.h"
#include "database/DriverAnchor.h"
#include "database/Statement.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** The executor's end: everything is cancelled, rolled back, closed and answered. */
class TestShutdown : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void drainsWithNothingRunning();
    void drainsOnceAlthoughAskedTwice();
    void refusesNewWork();
    void cancelsWhatRunsAndWhatWaits();
    void drainsAfterTheLastConnectionAndAnswer();
    void drainsAfterAWriteThatEndsByItself();
    void theDestructorEndsWhatRuns();
    void whatWasAnsweredBeforeIsKept();

private:
    static auto insert(const QString &name)
    {
        return [name](ScopedConnection &connection, OperationContext<int> &) {
            Statement(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s).bind(name).execute();
            return 1;
        };
    }
};

void TestShutdown::init()
{
    DatabaseTestCase::init();
    database().createMinimalTable();
}

void TestShutdown::drainsWithNothingRunning()
{
    DatabaseExecutor executor;
    QSignalSpy drained(&executor, &DatabaseExecutor::drained);
    executor.beginShutdown();
    QCOMPARE(drained.count(), 0); // never before the call returns
    QVERIFY(drained.wait());
    QCOMPARE(drained.count(), 1);
}

void TestShutdown::drainsOnceAlthoughAskedTwice()
{
    DatabaseExecutor executor;
    QVERIFY(answerOf(executor.compute<int>([](OperationContext<int> &) { return 1; })).ok());
    QSignalSpy drained(&executor, &DatabaseExecutor::drained);
    executor.beginShutdown();
    executor.beginShutdown();
    QVERIFY(drained.wait());
    executor.beginShutdown();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(drained.count(), 1);
}

void TestShutdown::refusesNewWork()
{
    DatabaseExecutor executor;
    executor.beginShutdown();
    bool hasRun = false;
    const auto computed = answerOf(executor.compute<int>([&hasRun](OperationContext<int> &) {
        hasRun = true;
        return 1;
    }));
    const auto written =
        answerOf(executor.write<int>(database().profile(), WriteMode::Commit, insert(u"Python"_s)));
    for (const auto &answer : {computed, written}) {
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, ErrorKind::Refused);
        QCOMPARE(answer.error().message, u"Tagsmith is closing and begins nothing new."_s);
    }
    QVERIFY(!hasRun);
    QCOMPARE(executor.runningOperations(), 0);
    QCOMPARE(database().tags(), QStringList());
}

void TestShutdown::cancelsWhatRunsAndWhatWaits()
{
    DatabaseExecutor executor;
    const test::EndlessWork endless;
    const auto running = executor.write<int>(
        database().profile(), WriteMode::Commit,
        [endless](ScopedConnection &connection, OperationContext<int> &context) {
            insert(u"running"_s)(connection, context);
            return endless(connection);
        });
    const auto waiting =
        executor.write<int>(database().profile(), WriteMode::Commit, insert(u"waiting"_s));
    QTRY_VERIFY(endless.isRunning(database()));
    executor.beginShutdown();
    for (const auto &pending : {running, waiting}) {
        const auto answer = answerOf(pending);
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    }
    QTRY_COMPARE(executor.runningOperations(), 0);
    QCOMPARE(database().tags(), QStringList());
}

void TestShutdown::drainsAfterTheLastConnectionAndAnswer()
{
    for (int round = 0; round < 20; ++round) {
        DatabaseExecutor executor;
        const test::EndlessWork endless;
        QObject receiver;
        int answers = 0;
        bool isDrained = false;
        int answersBefore = 0;
        QStringList leftBehind;
        int stillRunning = -1;
        connect(&executor, &DatabaseExecutor::drained, &receiver, [&] {
            isDrained = true;
            answersBefore = answers;
            leftBehind = DriverAnchor::leftoverConnections();
            stillRunning = executor.runningOperations();
        });
        const auto count = [&answers](const Result<int> &) { ++answers; };
        const auto work = [endless](ScopedConnection &connection, OperationContext<int> &) {
            return endless(connection);
        };
        whenDone(&receiver, executor.read<int>(database().profile(), work), count);
        whenDone(&receiver, executor.read<int>(database().profile(), work), count);
        whenDone(&receiver, executor.write<int>(database().profile(), WriteMode::Commit, work),
                 count);
        whenDone(&receiver,
                 executor.write<int>(database().profile(), WriteMode::Commit, insert(u"x"_s)),
                 count);
        if (round % 2 == 0) // in the other rounds it comes while they still connect
            QTRY_VERIFY(endless.isRunning(database()));
        executor.beginShutdown();
        QVERIFY(!isDrained);
        QTRY_VERIFY(isDrained);
        QCOMPARE(leftBehind, QStringList());
        QCOMPARE(stillRunning, 0);
        QCOMPARE(answersBefore, 4);
        QCOMPARE(database().tags(), QStringList());
    }
}

void TestShutdown::drainsAfterAWriteThatEndsByItself()
{
    DatabaseExecutor executor;
    test::Gate gate;
    QSignalSpy drained(&executor, &DatabaseExecutor::drained);
    // It does not look at its token any more, so that it is over when it is over.
    const auto pending = executor.compute<int>([wait = gate.waiter()](OperationContext<int> &) {
        wait();
        return 1;
    });
    gate.waitForArrival();
    executor.beginShutdown();
    QCoreApplication::processEvents();
    QCOMPARE(drained.count(), 0);
    QCOMPARE(executor.runningOperations(), 1);
    gate.open();
    QVERIFY(drained.wait());
    QVERIFY(answerOf(pending).ok());
    QCOMPARE(drained.count(), 1);
}

void TestShutdown::theDestructorEndsWhatRuns()
{
    const test::EndlessWork endless;
    Pending<int> pending;
    {
        DatabaseExecutor executor;
        pending = executor.write<int>(
            database().profile(), WriteMode::Commit,
            [endless](ScopedConnection &connection, OperationContext<int> &context) {
                insert(u"Python"_s)(connection, context);
                return endless(connection);
            });
        QTRY_VERIFY(endless.isRunning(database()));
    }
    QVERIFY(pending.future.isFinished());
    QCOMPARE(DriverAnchor::leftoverConnections(), QStringList());
    QCOMPARE(answerOf(pending).error().kind, ErrorKind::Cancelled);
    QCOMPARE(database().tags(), QStringList());
}

void TestShutdown::whatWasAnsweredBeforeIsKept()
{
    DatabaseExecutor executor;
    const auto pending =
        executor.write<int>(database().profile(), WriteMode::Commit, insert(u"Python"_s));
    QVERIFY(answerOf(pending).ok());
    QSignalSpy drained(&executor, &DatabaseExecutor::drained);
    executor.beginShutdown();
    QVERIFY(drained.wait());
    QCOMPARE(database().tags(), QStringList{u"Python"_s});
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestShutdown)
#include "TestShutdown.moc"
