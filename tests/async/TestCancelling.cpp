// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"

#include "async/EndlessWork.h"
#include "async/Gate.h"
#include "database/Statement.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace tagsmith
{

/** Whatever an operation is doing, it can be cancelled, and then nothing is changed. */
class TestCancelling : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void init();
    void cancelsWhatWaits();
    void cancelsALongStatement_data();
    void cancelsALongStatement();
    void cancelledOrCommittedButNothingBetween();
    void aCancellationAfterTheAnswerDoesNothing();

private:
    Pending<int> add(DatabaseExecutor &executor, const QString &name, WriteMode mode);
};

void TestCancelling::init()
{
    DatabaseTestCase::init();
    database().createMinimalTable();
}

Pending<int> TestCancelling::add(DatabaseExecutor &executor, const QString &name, WriteMode mode)
{
    return executor.write<int>(
        database().profile(), mode, [name](ScopedConnection &connection, OperationContext<int> &) {
            Statement insert(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s);
            return static_cast<int>(insert.bind(name).execute().rowsAffected());
        });
}

void TestCancelling::cancelsWhatWaits()
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
    const auto third = add(executor, u"Go"_s, WriteMode::Commit);
    gate.waitForArrival();
    second.token.cancel();
    gate.open();
    const auto answer = answerOf(second);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    QVERIFY(answerOf(first).ok());
    QVERIFY(answerOf(third).ok());
    QCOMPARE(database().tags(), QStringList{u"Go"_s});
}

void TestCancelling::cancelsALongStatement_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("read") << 0;
    QTest::newRow("write") << 1;
    QTest::newRow("without a transaction") << 2;
}

void TestCancelling::cancelsALongStatement()
{
    QFETCH(const int, way);
    DatabaseExecutor executor;
    const test::EndlessWork endless;
    const Profile profile = database().profile();
    const auto reading = [endless](ScopedConnection &connection, OperationContext<int> &) {
        return endless(connection);
    };
    const auto writing = [endless](ScopedConnection &connection, OperationContext<int> &) {
        Statement(connection, u"INSERT INTO tags (tag_id) VALUES ('Python')"_s).execute();
        return endless(connection);
    };
    const auto pending = way == 0   ? executor.read<int>(profile, reading)
                         : way == 1 ? executor.write<int>(profile, WriteMode::Commit, writing)
                                    : executor.writeWithoutTransaction<int>(profile, reading);
    QTRY_VERIFY(endless.isRunning(database()));
    pending.token.cancel();
    const auto answer = answerOf(pending); // which would take hours otherwise
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    QCOMPARE(database().tags(), QStringList());
    QTRY_COMPARE(executor.runningOperations(), 0);
}

void TestCancelling::cancelledOrCommittedButNothingBetween()
{
    DatabaseExecutor executor;
    int committed = 0;
    for (int i = 0; i < 60; ++i) {
        const auto isInserted = std::make_shared<QSemaphore>();
        const QString name = u"tag%1"_s.arg(i);
        const auto pending = executor.write<int>(
            database().profile(), WriteMode::Commit,
            [isInserted, name](ScopedConnection &connection, OperationContext<int> &) {
                Statement insert(connection, u"INSERT INTO tags (tag_id) VALUES (?)"_s);
                insert.bind(name).execute();
                isInserted->release();
                return 1;
            });
        isInserted->acquire();
        for (int spin = 0; spin < i * 50; ++spin) // a little later each time
            QThread::yieldCurrentThread();
        pending.token.cancel();
        const auto answer = answerOf(pending);
        QVERIFY(answer.ok() || answer.error().kind == ErrorKind::Cancelled);
        committed += answer.ok() ? 1 : 0;
        QCOMPARE(database().tags().contains(name), answer.ok());
    }
    QCOMPARE(database().tags().size(), committed);
}

void TestCancelling::aCancellationAfterTheAnswerDoesNothing()
{
    DatabaseExecutor executor;
    const auto pending = add(executor, u"Python"_s, WriteMode::Commit);
    QVERIFY(answerOf(pending).ok());
    pending.token.cancel();
    QVERIFY(answerOf(pending).ok());
    QCOMPARE(*answerOf(add(executor, u"Go"_s, WriteMode::Commit)), 1);
    QCOMPARE(database().tags(), (QStringList{u"Go"_s, u"Python"_s}));
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestCancelling)
#include "TestCancelling.moc"
