// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TakeTurn.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QCryptographicHash>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 longestWait = 10;    // seconds
constexpr qsizetype longestName = 64; // what the servers allow
constexpr int lockUnsupported = 1235; // a cluster that knows no such locks

QString lockName(ScopedConnection &connection)
{
    Statement statement(connection, u"SELECT DATABASE()"_s);
    statement.execute().next();
    const QString name = u"tagsmith:"_s + statement.text(0);
    if (name.size() <= longestName)
        return name;
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1);
    return u"tagsmith:"_s + QString::fromLatin1(hash.toHex());
}

} // namespace

void takeTurn(ScopedConnection &connection)
{
    if (connection.isSqlite())
        return;
    try {
        Statement statement(connection, u"SELECT GET_LOCK(?, ?)"_s);
        statement.bind(lockName(connection)).bind(longestWait).execute().next();
        if (statement.integer(0) != 0)
            return;
    } catch (const DatabaseError &failure) {
        if (failure.error().nativeCode != lockUnsupported)
            throw;
        return; // the locks on rows still keep the merge right
    }
    throw DatabaseError(ErrorKind::Locked, u"Another Tagsmith is merging tags in this database; "
                                           "try again in a moment."_s);
}

} // namespace tagsmith
