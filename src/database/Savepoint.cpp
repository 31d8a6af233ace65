// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Savepoint.h"

#include "database/ScopedConnection.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

Savepoint::Savepoint(ScopedConnection &connection) : m_connection(connection)
{
    m_connection.executeDirectly(u"SAVEPOINT tagsmith_change"_s);
}

void Savepoint::keep()
{
    // On the servers the next one of this name takes its place, which spares a round trip.
    if (m_connection.isSqlite())
        m_connection.executeDirectly(u"RELEASE tagsmith_change"_s);
}

void Savepoint::rollBack()
{
    m_connection.executeDirectly(u"ROLLBACK TO SAVEPOINT tagsmith_change"_s);
    keep();
}

} // namespace tagsmith
