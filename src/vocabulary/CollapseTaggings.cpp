// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CollapseTaggings.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/CollapseWithoutKey.h"
#include "vocabulary/KeepOtherObjects.h"
#include "vocabulary/RankedTaggings.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/ReferenceTable.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

qint64 deleteCollapsing(const ReferenceTable &table, const TagValues &tags, const ObjectKey &key)
{
    ScopedConnection &connection = table.connection();
    const Dialect &dialect = connection.dialect();
    const RankedTaggings ranked(table, tags, key);
    RowSelection rows;
    rows.table = table.schema().name;
    rows.bind = [&ranked](Statement &statement) { ranked.bind(statement); };
    QString start;
    if (connection.isSqlite()) {
        const QString rowKey = dialect.quotedList(table.rowKey());
        const bool isOne = table.rowKey().size() == 1;
        start = u"DELETE FROM "_s;
        rows.from = dialect.quoted(table.schema().name);
        rows.where = (isOne ? rowKey : u'(' + rowKey + u')') + u" IN (SELECT "_s + rowKey +
                     u" FROM "_s + ranked.sql() + u" WHERE "_s + RankedTaggings::collapses() + u')';
    } else {
        start = u"DELETE r FROM "_s;
        rows.alias = u"r"_s;
        rows.from = ranked.sql() + u" STRAIGHT_JOIN "_s + table.from() + u" ON "_s +
                    table.sameRow(u"r"_s, u"d"_s);
        rows.where = RankedTaggings::collapses();
    }
    recordDelete(connection, rows);
    Statement statement(connection, start + rows.from + u" WHERE "_s + rows.where);
    ranked.bind(statement);
    return statement.execute().rowsAffected();
}

} // namespace

qint64 collapseTaggings(const ReferenceTable &table, const TagValues &tags)
{
    qint64 collapsed = 0;
    const std::vector<ObjectKey> &keys = table.objectKeys();
    if (keys.size() > 1 && table.rowKey().isEmpty()) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"The rows of the table %1 name objects in several ways and have no "
            "key to tell them apart; give it a primary key first."_s.arg(table.schema().name));
    }
    for (const ObjectKey &key : keys) {
        if (table.rowKey().isEmpty()) {
            collapsed += collapseWithoutKey(table, tags, key);
            continue;
        }
        if (keys.size() > 1)
            collapsed += keepOtherObjects(table, tags, key);
        collapsed += deleteCollapsing(table, tags, key);
    }
    return collapsed;
}

} // namespace tagsmith
