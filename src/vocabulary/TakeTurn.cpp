// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TakeTurn.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TurnMemory.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int lockUnsupported = 1235; // a cluster that knows no such locks

/** Made by the server, which spares a question; a name has 64 characters at most, and waits 10 s.
 */
QString lockSql()
{
    return u"SELECT GET_LOCK(CASE WHEN CHAR_LENGTH(DATABASE()) <= 64 - 9 THEN CONCAT('tagsmith:', "
           "DATABASE()) ELSE CONCAT('tagsmith:', SHA1(CONVERT(CONCAT('tagsmith:', DATABASE()) "
           "USING utf8mb4))) END, 10)"_s;
}

} // namespace

void takeTurn(ScopedConnection &connection)
{
    if (connection.isSqlite() || TurnMemory::has(connection))
        return;
    try {
        Statement statement = Statement::asText(connection, lockSql());
        if (statement.execute().next() && statement.integer(0) != 0) {
            TurnMemory::note(connection);
            return;
        }
    } catch (const DatabaseError &failure) {
        if (failure.error().nativeCode != lockUnsupported)
            throw;
        return; // the locks on rows still keep the merge right
    }
    throw DatabaseError(ErrorKind::Locked, u"Another Tagsmith is merging tags in this database; "
                                           "try again in a moment."_s);
}

} // namespace tagsmith
