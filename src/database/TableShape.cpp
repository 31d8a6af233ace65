// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/TableShape.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <map>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool isText(const QString &declared)
{
    return declared.isEmpty() || declared.contains("char"_L1, Qt::CaseInsensitive) ||
           declared.contains("text"_L1, Qt::CaseInsensitive) ||
           declared.contains("clob"_L1, Qt::CaseInsensitive);
}

/** Rows of: name, type, place in the primary key (0: outside of it). */
QString columnsSql(const ScopedConnection &connection)
{
    if (connection.isSqlite())
        return u"SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid"_s;
    return u"SELECT c.COLUMN_NAME, c.DATA_TYPE, COALESCE(s.SEQ_IN_INDEX, 0) "
           "FROM information_schema.COLUMNS AS c LEFT JOIN information_schema.STATISTICS AS s "
           "ON s.TABLE_SCHEMA = c.TABLE_SCHEMA AND s.TABLE_NAME = c.TABLE_NAME "
           "AND s.COLUMN_NAME = c.COLUMN_NAME AND s.INDEX_NAME = 'PRIMARY' "
           "WHERE c.TABLE_SCHEMA = DATABASE() AND c.TABLE_NAME = ? ORDER BY c.ORDINAL_POSITION"_s;
}

/** Rows of: foreign key, column, table, key. */
QString linksSql(const ScopedConnection &connection)
{
    if (connection.isSqlite())
        return u"SELECT id, \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?)"_s;
    return u"SELECT CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME "
           "FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE() "
           "AND TABLE_NAME = ? AND REFERENCED_TABLE_SCHEMA = DATABASE()"_s;
}

void readColumns(ScopedConnection &connection, TableShape &shape)
{
    std::map<qint64, QString> key;
    Statement statement(connection, columnsSql(connection));
    statement.bind(shape.name).execute();
    while (statement.next()) {
        const QString column = statement.text(0);
        shape.columns << column;
        if (isText(statement.text(1)))
            shape.textColumns << column;
        if (const qint64 place = statement.integer(2); place > 0)
            key[place] = column;
    }
    for (const auto &[place, column] : key)
        shape.primaryKey << column;
}

void readLinks(ScopedConnection &connection, TableShape &shape)
{
    std::map<QString, std::vector<ColumnLink>> keys;
    Statement statement(connection, linksSql(connection));
    statement.bind(shape.name).execute();
    while (statement.next()) {
        keys[statement.text(0)].push_back(
            {shape.find(statement.text(1)), statement.text(2), statement.text(3)});
    }
    for (const auto &[name, links] : keys) {
        if (links.size() == 1)
            shape.links.push_back(links.front());
    }
}

} // namespace

QString TableShape::find(const QString &column) const
{
    for (const QString &candidate : columns) {
        if (candidate.compare(column, Qt::CaseInsensitive) == 0)
            return candidate;
    }
    return {};
}

std::optional<TableShape> readTableShape(ScopedConnection &connection, const QString &name)
{
    TableShape shape;
    shape.name = name;
    readColumns(connection, shape);
    if (shape.columns.isEmpty())
        return std::nullopt;
    readLinks(connection, shape);
    return shape;
}

} // namespace tagsmith
