// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Transaction.h"

#include "core/Error.h"
#include "database/NativeErrors.h"
#include "database/ScopedConnection.h"
#include "database/SqliteLock.h"
#include "database/Statement.h"

#include <QSqlError>

namespace tagsmith
{

using namespace Qt::StringLiterals;

Transaction::Transaction(ScopedConnection &connection, Mode mode) : m_connection(connection)
{
    if (connection.isSqlite())
        beginSqlite(mode);
    else
        beginMysql(mode);
    m_active = true;
}

Transaction::~Transaction()
{
    rollback();
}

void Transaction::beginSqlite(Mode mode)
{
    if (mode == Mode::Write) {
        waitForSqliteLock(m_connection.token(), m_connection.lockWait(),
                          [this] { Statement(m_connection, u"BEGIN IMMEDIATE"_s).execute(); });
        return;
    }
    Statement(m_connection, u"BEGIN"_s).execute();
    m_active = true; // BEGIN takes no lock yet; the first read does, and may have to wait for it
    waitForSqliteLock(m_connection.token(), m_connection.lockWait(), [this] {
        Statement(m_connection, u"SELECT count(*) FROM sqlite_schema"_s).execute().next();
    });
}

void Transaction::beginMysql(Mode mode)
{
    // Snapshot isolation begins with the first read otherwise, which would be late for several
    // ones.
    const QString sql = mode == Mode::Read
                            ? u"START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"_s
                            : u"START TRANSACTION READ WRITE"_s;
    try {
        m_connection.executeDirectly(sql);
    } catch (const DatabaseError &) {
        m_connection.token().throwIfCancelled(); // which is why the link was cut
        throw;
    }
}

void Transaction::commit()
{
    if (m_connection.isSqlite()) {
        // To do the whole work again would not be better than to wait for the readers here.
        waitForSqliteLock(m_connection.token(), LockWait::Long,
                          [this] { Statement(m_connection, u"COMMIT"_s).executeUncancelled(); });
    } else {
        m_connection.executeDirectly(u"COMMIT"_s);
    }
    m_active = false;
}

void Transaction::rollback()
{
    if (!m_active)
        return;
    m_active = false;
    // A failure means that there is no transaction any more: the engine has rolled back by itself.
    m_connection.m_database.rollback();
}

} // namespace tagsmith
