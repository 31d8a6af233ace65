// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TableColumns.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QStringList tableColumns(ScopedConnection &connection, const QString &table)
{
    Statement statement(
        connection,
        connection.isSqlite()
            ? u"SELECT name FROM pragma_table_info(?) ORDER BY cid"_s
            : u"SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = "
              "DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION"_s);
    statement.bind(table).execute();
    QStringList columns;
    while (statement.next())
        columns << statement.text(0);
    return columns;
}

} // namespace tagsmith
