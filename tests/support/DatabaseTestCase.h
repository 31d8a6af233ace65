// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/DriverAnchor.h"
#include "support/LeakGuard.h"
#include "support/TestDatabase.h"

#include <QObject>

#include <memory>

namespace tagsmith
{

/**
 * The base of a test class whose cases need a database: before each case test_db is built anew and
 * empty, after it the guard looks for leaks and test_db is torn down. A class that has an init() or
 * cleanup() of its own calls these first and last.
 */
class DatabaseTestCase : public QObject
{
    Q_OBJECT

protected:
    TestDatabase &database() { return m_database; }
    LeakGuard &guard() { return *m_guard; }
    static bool isMariaDb() { return TestDatabase::isMariaDb(); }

protected slots:
    void init();
    void cleanup();

private:
    DriverAnchor m_anchor;
    TestDatabase m_database;
    std::unique_ptr<LeakGuard> m_guard;
};

} // namespace tagsmith
