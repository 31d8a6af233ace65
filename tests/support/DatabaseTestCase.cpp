// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/DatabaseTestCase.h"

#include <QTest>

namespace tagsmith
{

void DatabaseTestCase::init()
{
    m_database.build();
    m_guard = std::make_unique<LeakGuard>(m_database);
}

void DatabaseTestCase::cleanup()
{
    const QString verdict = m_guard->verdict();
    m_guard.reset();
    m_database.tearDown();
    QVERIFY2(verdict.isEmpty(), qPrintable(verdict));
}

} // namespace tagsmith
