// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/KeyedRows.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NameList.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

RowSelection keyedRows(const ScopedConnection &connection, const QString &table,
                       const Column &column, const QStringList &keys)
{
    const Dialect &dialect = connection.dialect();
    // The order of the join is fixed, to keep the server from scanning the table for a few keys.
    const QString join = connection.isSqlite() ? u" CROSS JOIN "_s : u" STRAIGHT_JOIN "_s;
    return {table,
            u"t"_s,
            dialect.nameList(column, u"w"_s) + join + dialect.quoted(table) + u" AS t ON "_s +
                dialect.expression(column, u"t"_s) + u" = w.name"_s,
            {},
            [list = jsonArray(keys)](Statement &statement) { statement.bind(list); }};
}

} // namespace tagsmith
