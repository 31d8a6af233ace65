// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "support/TestDatabase.h"

#include <QTest>

#include <atomic>
#include <memory>

namespace tagsmith::test
{

/** A statement that would run for hours, as the work of an operation. */
class EndlessWork
{
public:
    /** Runs until the statement is interrupted. */
    int operator()(ScopedConnection &connection) const
    {
        Statement statement(connection,
                            TestDatabase::isMariaDb()
                                ? QStringLiteral("SELECT SLEEP(10000)")
                                : QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION "
                                                 "ALL SELECT i + 1 FROM n) SELECT i FROM "
                                                 "n WHERE i = 1 OR i < 0"));
        // The first row of SQLite's comes at once, the second never.
        *m_running = !TestDatabase::isMariaDb();
        statement.execute();
        while (statement.next()) {
            *m_running = true;
        }
        return 0;
    }

    /** Whether the statement runs now, as the engine tells. */
    bool isRunning(const TestDatabase &database) const
    {
        if (!TestDatabase::isMariaDb())
            return *m_running;
        return database.number(QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist "
                                              "WHERE state = 'User sleep'")) > 0;
    }

private:
    std::shared_ptr<std::atomic<bool>> m_running = std::make_shared<std::atomic<bool>>(false);
};

} // namespace tagsmith::test
