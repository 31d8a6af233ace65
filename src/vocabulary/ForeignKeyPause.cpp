// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ForeignKeyPause.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

ForeignKeyPause::ForeignKeyPause(ScopedConnection &connection) : m_connection(connection)
{
    Statement(m_connection, m_connection.isSqlite() ? u"PRAGMA defer_foreign_keys = ON"_s
                                                    : u"SET foreign_key_checks = 0"_s)
        .execute();
}

ForeignKeyPause::~ForeignKeyPause()
{
    try {
        Statement(m_connection, m_connection.isSqlite() ? u"PRAGMA defer_foreign_keys = OFF"_s
                                                        : u"SET foreign_key_checks = 1"_s)
            .executeUncancelled();
    } catch (const DatabaseError &) {
        // The link is lost, and the session with it.
    }
}

} // namespace tagsmith
