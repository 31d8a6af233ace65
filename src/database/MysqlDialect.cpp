// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlDialect.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

// Longer names cannot equal a stored one; the import refuses them before it asks.
constexpr qint64 maxNameLength = 16'000;

qint64 nameLength(const Column &column)
{
    // One more than fits, because JSON_TABLE cuts a longer name to one that may be there.
    return column.maxLength > 0 ? qMin(column.maxLength + 1, maxNameLength) : maxNameLength;
}

bool isUtf8mb4(const Column &column)
{
    return column.characterSet.isEmpty() || column.characterSet == "utf8mb4"_L1;
}

} // namespace

QString MysqlDialect::upsert(const QString &table, const QStringList &columns,
                             const QString &keyColumn, const QStringList &updated, int rows) const
{
    QStringList assignments;
    for (const QString &column : updated)
        assignments << quoted(column) + u" = VALUES("_s + quoted(column) + u')';
    if (assignments.isEmpty()) // there is no DO NOTHING; the key stays what it is
        assignments << quoted(keyColumn) + u" = "_s + quoted(keyColumn);
    return insert(table, columns, rows) + u" ON DUPLICATE KEY UPDATE "_s +
           assignments.join(u", "_s);
}

QString MysqlDialect::nameList(const Column &column, const QString &alias) const
{
    const bool isNumber = column.type == ColumnType::Integer;
    const QString type = isNumber ? u"BIGINT"_s
                                  : u"VARCHAR("_s + QString::number(nameLength(column)) +
                                        u") CHARACTER SET utf8mb4"_s;
    return u"(SELECT j.position - 1 AS position, "_s +
           (isNumber ? u"j.name"_s : collated(u"j.name"_s, column)) +
           u" AS name, j.name AS original FROM JSON_TABLE(?, '$[*]' COLUMNS (position FOR "
           "ORDINALITY, name "_s +
           type + u" PATH '$')) AS j) AS "_s + quoted(alias);
}

QString MysqlDialect::collated(const QString &expression, const Column &column) const
{
    if (column.type == ColumnType::Binary)
        return u"CAST("_s + expression + u" AS BINARY)"_s;
    if (column.collation.isEmpty())
        return expression;
    const QString set = column.characterSet.isEmpty() ? u"utf8mb4"_s : column.characterSet;
    return u"CONVERT("_s + expression + u" USING "_s + quoted(set) + u") COLLATE "_s +
           quoted(column.collation);
}

QString MysqlDialect::notStorable(const Column &column, const QString &alias) const
{
    if (isUtf8mb4(column))
        return {};
    const QString original = quoted(alias) + u".original"_s;
    return u"CAST(CONVERT(CONVERT("_s + original + u" USING "_s + quoted(column.characterSet) +
           u") USING utf8mb4) AS BINARY) <> CAST("_s + original + u" AS BINARY)"_s;
}

QString MysqlDialect::selected(const Column &column, const QString &alias) const
{
    // QMYSQL drops microseconds of times, and buffers JSON columns of MySQL 8 at 4 GiB.
    const bool needsCast = column.type == ColumnType::DateTime || column.declaredType == "json"_L1;
    const QString value = expression(column, alias);
    return needsCast ? u"CAST("_s + value + u" AS CHAR)"_s : value;
}

QString MysqlDialect::jsonMember(const QString &expression, const QString &key) const
{
    return u"JSON_UNQUOTE(JSON_EXTRACT("_s + expression + u", "_s + jsonPath(key) + u"))"_s;
}

} // namespace tagsmith
