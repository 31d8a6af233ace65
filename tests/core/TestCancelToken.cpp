// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/CancelToken.h"

#include "core/Error.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace tagsmith;

class TestCancelToken : public QObject
{
    Q_OBJECT

private slots:
    void copiesShareTheRequest();
    void throwsOnceCancelled();
    void callsTheInterrupterOnce();
    void callsALateInterrupterAtOnce();
    void clearedInterrupterIsNotCalled();
    void interruptsFromAnotherThread();
};

void TestCancelToken::copiesShareTheRequest()
{
    const CancelToken token;
    const CancelToken copy = token;
    const CancelToken other;
    token.cancel();
    QVERIFY(copy.isCancelled());
    QVERIFY(!other.isCancelled());
}

void TestCancelToken::throwsOnceCancelled()
{
    const CancelToken token;
    token.throwIfCancelled();
    token.cancel();
    try {
        token.throwIfCancelled();
        QFAIL("nothing was thrown");
    } catch (const DatabaseError &error) {
        QCOMPARE(error.error().kind, ErrorKind::Cancelled);
        QVERIFY(!error.error().message.isEmpty());
    }
}

void TestCancelToken::callsTheInterrupterOnce()
{
    const CancelToken token;
    int calls = 0;
    token.setInterrupter([&] { ++calls; });
    QCOMPARE(calls, 0);
    token.cancel();
    token.cancel();
    QCOMPARE(calls, 1);
}

void TestCancelToken::callsALateInterrupterAtOnce()
{
    const CancelToken token;
    token.cancel();
    int calls = 0;
    token.setInterrupter([&] { ++calls; });
    QCOMPARE(calls, 1);
}

void TestCancelToken::clearedInterrupterIsNotCalled()
{
    const CancelToken token;
    int calls = 0;
    token.setInterrupter([&] { ++calls; });
    token.clearInterrupter();
    token.cancel();
    QCOMPARE(calls, 0);
    QVERIFY(token.isCancelled());
}

void TestCancelToken::interruptsFromAnotherThread()
{
    // Whoever comes first, the interrupter is called and work that asks afterwards sees it.
    for (int round = 0; round < 500; ++round) {
        const CancelToken token;
        std::atomic<int> calls = 0;
        std::thread canceller([token] { token.cancel(); });
        token.setInterrupter([&] { ++calls; });
        canceller.join();
        token.clearInterrupter();
        QVERIFY(token.isCancelled());
        QCOMPARE(calls.load(), 1);
    }
}

QTEST_GUILESS_MAIN(TestCancelToken)

#include "TestCancelToken.moc"
