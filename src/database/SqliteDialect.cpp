// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqliteDialect.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString SqliteDialect::upsert(const QString &table, const QStringList &columns,
                              const QString &keyColumn, const QStringList &updated, int rows) const
{
    QStringList assignments;
    for (const QString &column : updated)
        assignments << quoted(column) + u" = excluded."_s + quoted(column);
    const QString action =
        assignments.isEmpty() ? u"NOTHING"_s : u"UPDATE SET "_s + assignments.join(u", "_s);
    return insert(table, columns, rows) + u" ON CONFLICT ("_s + quoted(keyColumn) + u") DO "_s +
           action;
}

QString SqliteDialect::nameList(const Column &column, const QString &alias) const
{
    const QString value =
        column.type == ColumnType::Integer ? u"CAST(value AS INTEGER)"_s : u"value"_s;
    return u"(SELECT key AS position, "_s + value + u" AS name FROM json_each(?)) AS "_s +
           quoted(alias);
}

QString SqliteDialect::collated(const QString &expression, const Column &column) const
{
    return column.collation.isEmpty() ? expression
                                      : expression + u" COLLATE "_s + quoted(column.collation);
}

QString SqliteDialect::notStorable(const Column &, const QString &) const
{
    return {}; // SQLite stores every character
}

QString SqliteDialect::selected(const Column &column, const QString &alias) const
{
    return expression(column, alias);
}

QString SqliteDialect::jsonMember(const QString &expression, const QString &key) const
{
    return u"json_extract("_s + expression + u", "_s + jsonPath(key) + u')';
}

} // namespace tagsmith
