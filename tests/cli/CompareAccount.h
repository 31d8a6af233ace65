// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "CliSandbox.h"

#include <QTest>

namespace tagsmith
{

/** The counts alone of what an import answered. */
inline QJsonObject accountCounts(const CliRun &run)
{
    QJsonObject counts;
    const QJsonObject answer = run.json();
    for (const auto &key :
         {QStringLiteral("read"), QStringLiteral("inserted"), QStringLiteral("updated"),
          QStringLiteral("unchanged"), QStringLiteral("skipped"), QStringLiteral("rejected")})
        counts.insert(key, answer.value(key));
    return counts;
}

/** @p expected names the counts that are not 0. */
inline void compareAccount(const CliRun &run, const QJsonObject &expected)
{
    const QJsonObject counts = accountCounts(run);
    int sum = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        QVERIFY2(it.value().toInt(-1) == expected.value(it.key()).toInt(0), run.report());
        sum += it.key() == QStringLiteral("read") ? 0 : it.value().toInt();
    }
    QCOMPARE(sum, counts.value(QStringLiteral("read")).toInt());
}

} // namespace tagsmith
