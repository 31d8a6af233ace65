// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/IsSerialKey.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

bool isSerialKey(ScopedConnection &connection, const QString &table, const QString &column)
{
    // On SQLite only INTEGER PRIMARY KEY is another name of the rowid.
    const QString sql =
        connection.isSqlite()
            ? u"SELECT COUNT(*) FROM pragma_table_info(?) WHERE name = ? COLLATE NOCASE AND "
              "pk = 1 AND type = 'INTEGER' COLLATE NOCASE"_s
            : u"SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() "
              "AND TABLE_NAME = ? AND COLUMN_NAME = ? AND EXTRA LIKE '%auto_increment%'"_s;
    Statement statement(connection, sql);
    statement.bind(table).bind(column).execute().next();
    if (!connection.isSqlite() || statement.integer(0) == 0)
        return statement.integer(0) > 0;
    Statement others(connection,
                     u"SELECT (SELECT COUNT(*) FROM pragma_table_info(?) WHERE pk > 1) + "
                     "(SELECT COUNT(*) FROM pragma_table_list WHERE schema = 'main' AND "
                     "name = ? COLLATE NOCASE AND (wr <> 0 OR type <> 'table'))"_s);
    others.bind(table).bind(table).execute().next();
    return others.integer(0) == 0;
}

} // namespace tagsmith
