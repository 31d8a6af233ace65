// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RowsAhead.h"

#include "core/Error.h"
#include "support/ErrorOf.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace tagsmith
{

namespace
{

ReadRows batchOf(qint64 line)
{
    ReadRows rows;
    ReadRow row;
    row.row.line = line;
    rows.rows.push_back(row);
    return rows;
}

} // namespace

/** Reading on another thread than the one that writes. */
class TestRowsAhead : public QObject
{
    Q_OBJECT

private slots:
    void everyBatchComesInItsOrder_data();
    void everyBatchComesInItsOrder();
    void aFailureComesAfterWhatWasRead();
    void endsWhileThereIsMore();
    void readsNotTooFarAhead();
};

void TestRowsAhead::everyBatchComesInItsOrder_data()
{
    QTest::addColumn<bool>("isAhead");
    QTest::newRow("ahead") << true;
    QTest::newRow("when asked for") << false;
}

void TestRowsAhead::everyBatchComesInItsOrder()
{
    QFETCH(const bool, isAhead);
    constexpr qint64 count = 1'000;
    qint64 made = 0;
    const Qt::HANDLE here = QThread::currentThreadId();
    bool isHere = false;
    RowsAhead ahead(
        [&](ReadRows &rows) {
            isHere = QThread::currentThreadId() == here;
            rows = batchOf(++made);
            return made <= count;
        },
        isAhead);
    ReadRows rows;
    for (qint64 line = 1; line <= count; ++line) {
        QVERIFY(ahead.next(rows));
        QCOMPARE(rows.rows.front().row.line, line);
    }
    QVERIFY(!ahead.next(rows));
    QCOMPARE(isHere, !isAhead);
}

void TestRowsAhead::aFailureComesAfterWhatWasRead()
{
    qint64 made = 0;
    RowsAhead ahead([&](ReadRows &rows) {
        rows = batchOf(++made);
        if (made == 3)
            throw DatabaseError(ErrorKind::File, u"The file ends too early."_s);
        return true;
    });
    ReadRows rows;
    for (qint64 line = 1; line <= 3; ++line) {
        QVERIFY(ahead.next(rows));
        QCOMPARE(rows.rows.front().row.line, line);
    }
    const auto error = errorOf([&] { ahead.next(rows); });
    QVERIFY(error);
    QCOMPARE(error->message, u"The file ends too early."_s);
}

void TestRowsAhead::endsWhileThereIsMore()
{
    for (int round = 0; round < 100; ++round) {
        RowsAhead ahead([](ReadRows &rows) {
            rows = batchOf(1);
            return true;
        });
        ReadRows rows;
        if (round % 2 == 0)
            QVERIFY(ahead.next(rows));
    }
}

void TestRowsAhead::readsNotTooFarAhead()
{
    std::atomic<int> made = 0;
    QSemaphore fifthIsMade;
    RowsAhead ahead([&](ReadRows &rows) {
        rows = batchOf(1);
        if (++made == 5)
            fifthIsMade.release();
        return true;
    });
    fifthIsMade.acquire(); // four wait, and the fifth one is held
    ReadRows rows;
    QVERIFY(ahead.next(rows));
    QVERIFY(made.load() <= 6);
}

} // namespace tagsmith

QTEST_GUILESS_MAIN(tagsmith::TestRowsAhead)
#include "TestRowsAhead.moc"
