// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportRate.h"

#include <QTest>

using namespace tagsmith;

class TestImportRate : public QObject
{
    Q_OBJECT

private slots:
    void saysNothingAtFirst();
    void tellsRateAndRemainingTime();
    void forgetsWhatWasLongAgo();
    void saysNoTimeWhereTheSizeIsUnknown();
    void reachesZeroAtTheEnd();
};

void TestImportRate::saysNothingAtFirst()
{
    ImportRate rate;
    QVERIFY(!rate.recordsPerSecond());
    rate.add(50, {1'000, 100, 10'000});
    QVERIFY(!rate.recordsPerSecond());
    QVERIFY(!rate.remainingMsecs());
}

void TestImportRate::tellsRateAndRemainingTime()
{
    ImportRate rate;
    rate.add(500, {20'000, 2'000, 10'000});
    rate.add(1'000, {40'000, 4'000, 10'000});
    QCOMPARE(rate.recordsPerSecond().value_or(0), 40'000);
    QCOMPARE(rate.remainingMsecs().value_or(0), 1'500);
}

void TestImportRate::forgetsWhatWasLongAgo()
{
    ImportRate rate;
    for (qint64 second = 1; second <= 10; ++second)
        rate.add(second * 1'000, {second * 1'000, second * 100, 1'000'000});
    // From here on it goes ten times as fast.
    for (qint64 second = 1; second <= 10; ++second)
        rate.add((10 + second) * 1'000,
                 {10'000 + second * 10'000, 1'000 + second * 1'000, 1'000'000});
    QCOMPARE(rate.recordsPerSecond().value_or(0), 10'000);
    QCOMPARE(rate.remainingMsecs().value_or(0), 989'000);
}

void TestImportRate::saysNoTimeWhereTheSizeIsUnknown()
{
    ImportRate rate;
    rate.add(1'000, {500, 4'000, 0});
    QCOMPARE(rate.recordsPerSecond().value_or(0), 500);
    QVERIFY(!rate.remainingMsecs());
}

void TestImportRate::reachesZeroAtTheEnd()
{
    ImportRate rate;
    rate.add(1'000, {500, 4'000, 4'000});
    QCOMPARE(rate.remainingMsecs().value_or(-1), 0);
}

QTEST_GUILESS_MAIN(TestImportRate)
#include "TestImportRate.moc"
