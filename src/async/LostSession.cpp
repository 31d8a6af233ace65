// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/LostSession.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QDeadlineTimer>

#include <chrono>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds longestWait(2);
constexpr qint64 secondMs = 1000;

/** How long the server runs, in whole seconds. */
qint64 uptime(ScopedConnection &connection)
{
    Statement statement(connection, u"SHOW GLOBAL STATUS LIKE 'Uptime'"_s);
    return statement.execute().next() ? statement.integer(1) : 0;
}

} // namespace

LostSession::LostSession(const ScopedConnection &connection)
    : m_id(connection.report().connectionId), m_machine(connection.report().machine)
{
    m_age.start();
}

bool LostSession::isAt(const ScopedConnection &connection) const
{
    return connection.report().machine == m_machine;
}

bool LostSession::isThere(ScopedConnection &connection) const
{
    // The server sleeps for each row that it finds: who asks again and again does not keep it busy.
    Statement statement(connection,
                        u"SELECT ID, SLEEP(0.02) FROM information_schema.PROCESSLIST WHERE ID = ? "
                        "AND USER = SUBSTRING_INDEX(USER(), '@', 1) AND DB <=> DATABASE()"_s);
    return statement.bind(m_id).execute().next();
}

void LostSession::end(ScopedConnection &connection) const
{
    if (m_id == 0 || !isAt(connection))
        return;
    try {
        if (uptime(connection) * secondMs < m_age.elapsed() || !isThere(connection))
            return;
        Statement(connection, u"KILL CONNECTION ?"_s).bind(m_id).execute();
        const QDeadlineTimer deadline(longestWait);
        while (isThere(connection) && !deadline.hasExpired()) {
        }
    } catch (const DatabaseError &) {
        // It has ended by itself, or we may not: who goes on here waits for its locks anyway.
    }
}

} // namespace tagsmith
