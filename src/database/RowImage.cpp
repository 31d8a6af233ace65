// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/RowImage.h"

#include "core/Error.h"
#include "database/BytesAsText.h"
#include "database/ScopedConnection.h"
#include "database/SqliteRowText.h"
#include "database/Statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int floatDigits = 6;
constexpr int maxArguments = 100; // of one function on SQLite, which takes 127

bool isRowidName(const QString &name)
{
    return name == "rowid"_L1 || name == "_rowid_"_L1 || name == "oid"_L1;
}

/** The type that a column of MySQL was declared with, without its length and attributes. */
QString baseType(const Column &column)
{
    const qsizetype end = column.declaredType.indexOf(u'(');
    return column.declaredType.left(end).section(u' ', 0, 0);
}

bool isOfBytes(const Column &column)
{
    static constexpr std::array geometries = {
        "point"_L1,          "linestring"_L1,         "polygon"_L1,      "multipoint"_L1,
        "geometry"_L1,       "multilinestring"_L1,    "multipolygon"_L1, "bit"_L1,
        "geomcollection"_L1, "geometrycollection"_L1, "vector"_L1};
    return column.type == ColumnType::Binary ||
           std::find(geometries.begin(), geometries.end(), baseType(column)) != geometries.end();
}

Column columnOf(const ScopedConnection &connection, const TableSchema &table, const QString &name)
{
    if (const Column *column = table.find(name))
        return *column;
    if (connection.isSqlite() && isRowidName(name)) {
        Column rowid;
        rowid.name = name;
        rowid.type = ColumnType::Integer;
        return rowid;
    }
    throw DatabaseError(
        ErrorKind::Missing,
        u"The table %1 has no column %2 any more, which the journal has rows of."_s.arg(table.name,
                                                                                        name));
}

bool hasNoNulls(const TableSchema &table, const QStringList &columns)
{
    return !columns.isEmpty() &&
           std::all_of(columns.begin(), columns.end(), [&table](const QString &name) {
               const Column *column = table.find(name);
               return column && !column->nullable;
           });
}

/** Whether a row of @p table, on SQLite, has a NULL in its primary key, which it may have. */
bool hasNullsInKey(ScopedConnection &connection, const TableSchema &table)
{
    QStringList conditions;
    for (const QString &name : table.primaryKey)
        conditions << connection.dialect().quoted(name) + u" IS NULL"_s;
    Statement statement(connection, u"SELECT 1 FROM "_s + connection.dialect().quoted(table.name) +
                                        u" WHERE "_s + conditions.join(u" OR "_s) + u" LIMIT 1"_s);
    return statement.execute().next();
}

/** An INTEGER PRIMARY KEY is the rowid; any other may hold NULLs, unless it is declared not to. */
bool isSqliteKey(ScopedConnection &connection, const TableSchema &table)
{
    if (table.primaryKey.isEmpty())
        return false;
    for (const UniqueKey &key : table.uniqueKeys) {
        if (key.name == "rowid"_L1 && key.columns == table.primaryKey)
            return true;
    }
    return hasNoNulls(table, table.primaryKey) || !hasNullsInKey(connection, table);
}

QString freeRowidName(const TableSchema &table)
{
    for (const QString &name : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
        if (!table.find(name))
            return name;
    }
    return {};
}

/** What layout() has written. */
struct LayoutNames
{
    explicit LayoutNames(const QString &layout)
    {
        const QJsonObject object = QJsonDocument::fromJson(layout.toUtf8()).object();
        columns = object.value("columns"_L1).toVariant().toStringList();
        key = object.value("key"_L1).toVariant().toStringList();
    }
    QStringList columns;
    QStringList key;
};

Cell mysqlCell(const Column &column, const QString &text)
{
    if (isOfBytes(column))
        return bytesAsText(QByteArray::fromHex(text.toLatin1()));
    if (baseType(column) == "float"_L1)
        return QString::number(text.toFloat(), 'g', floatDigits);
    return text;
}

/** Without the storage class; see SqliteRowFunctions.h. */
Cell sqliteCell(const QString &text)
{
    const QString rest = text.sliced(1);
    switch (text.at(0).unicode()) {
    case 'b': return bytesAsText(QByteArray::fromHex(rest.toLatin1()));
    case 'x': return QString::fromUtf8(QByteArray::fromHex(rest.toLatin1()));
    case 'r': return QString::number(realOf(rest.toLatin1()), 'g', QLocale::FloatingPointShortest);
    default: return rest;
    }
}

} // namespace

RowImage::RowImage(const ScopedConnection &connection, const TableSchema &table,
                   const QStringList &columns, const QStringList &key)
    : m_table(table.name), m_dialect(&connection.dialect()), m_isSqlite(connection.isSqlite())
{
    for (const QString &name : columns) {
        m_types.push_back(columnOf(connection, table, name));
        m_columns << m_types.back().name;
    }
    for (const QString &name : key)
        m_key << columnOf(connection, table, name).name;
}

QString RowImage::layout() const
{
    QJsonObject layout;
    layout.insert("columns"_L1, QJsonArray::fromStringList(m_columns));
    layout.insert("key"_L1, QJsonArray::fromStringList(m_key));
    return QString::fromUtf8(QJsonDocument(layout).toJson(QJsonDocument::Compact));
}

RowImage RowImage::fromLayout(const ScopedConnection &connection,
                              const std::vector<TableSchema> &schema, const QString &table,
                              const QString &layout)
{
    const TableSchema *found = findTable(schema, table);
    if (!found) {
        throw DatabaseError(
            ErrorKind::Missing,
            u"The table %1 is not there any more, which the journal has rows of."_s.arg(table));
    }
    const LayoutNames names(layout);
    return RowImage(connection, *found, names.columns, names.key);
}

RowImage RowImage::forDisplay(const ScopedConnection &connection,
                              const std::vector<TableSchema> &schema, const QString &table,
                              const QString &layout)
{
    const LayoutNames names(layout);
    const TableSchema *found = findTable(schema, table);
    TableSchema complete = found ? *found : TableSchema();
    complete.name = table;
    for (const QString &name : names.columns) {
        if (complete.find(name))
            continue;
        Column gone;
        gone.name = name;
        complete.columns.push_back(gone);
    }
    return RowImage(connection, complete, names.columns, names.key);
}

/** @p expression, a value of @p column, as text. */
QString RowImage::packedValue(const Column &column, const QString &expression) const
{
    if (m_isSqlite)
        return expression;
    if (isOfBytes(column))
        return u"HEX("_s + expression + u')';
    if (baseType(column) == "float"_L1) // as text it would have six digits
        return u"CAST(CAST("_s + expression + u" AS DOUBLE) AS CHAR)"_s;
    // Text as well: MariaDB's JSON_ARRAY takes the text of a JSON column for a part of the
    // document.
    return u"CAST("_s + expression + u" AS CHAR)"_s;
}

QString RowImage::array(const QStringList &values) const
{
    if (!m_isSqlite)
        return u"JSON_ARRAY("_s + values.join(u", "_s) + u')';
    const QString function = u"tagsmith_row("_s;
    if (values.size() <= maxArguments)
        return function + values.join(u", "_s) + u')';
    QString sql;
    for (qsizetype first = 0; first < values.size(); first += maxArguments) {
        const QString part = function + values.mid(first, maxArguments).join(u", "_s) + u')';
        sql += (first == 0 ? QString() : u" || ',' || "_s) + u"substr("_s + part +
               u", 2, length("_s + part + u") - 2)"_s;
    }
    return u"('[' || "_s + sql + u" || ']')"_s;
}

QStringList RowImage::packedValues(const QString &alias) const
{
    QStringList values;
    for (const Column &type : m_types) {
        const QString own = m_dialect->quoted(type.name);
        values << packedValue(type, alias.isEmpty() ? own : alias + u'.' + own);
    }
    return values;
}

QString RowImage::values(const QString &alias) const
{
    return packedValues(alias).join(u", "_s);
}

QString RowImage::row(const QString &alias) const
{
    return array(packedValues(alias));
}

QString RowImage::rowList(const QString &alias) const
{
    const QStringList values = packedValues(alias);
    if (!m_isSqlite || values.size() > maxArguments)
        return list(array(values));
    return u"tagsmith_rows("_s + values.join(u", "_s) + u')'; // without a text of each row
}

QString RowImage::list(const QString &rows, const QString &order) const
{
    if (m_isSqlite)
        return u"tagsmith_list("_s + rows + u", "_s + (order.isEmpty() ? u"0"_s : order) + u')';
    // Not JSON_ARRAYAGG: MariaDB's takes the inner arrays for text.
    return u"CONCAT('[', GROUP_CONCAT("_s + rows +
           (order.isEmpty() ? QString() : u" ORDER BY "_s + order) + u" SEPARATOR ','), ']')"_s;
}

QString RowImage::unpacked(const QString &rows, const QString &alias) const
{
    if (m_isSqlite)
        return u"json_each("_s + rows + u") AS "_s + alias;
    QString columns = u"position FOR ORDINALITY"_s;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        columns += u", c%1 LONGTEXT CHARACTER SET utf8mb4 PATH '$[%1]'"_s.arg(i);
    }
    return u"JSON_TABLE("_s + rows + u", '$[*]' COLUMNS ("_s + columns + u")) AS "_s + alias;
}

QString RowImage::position(const QString &alias) const
{
    return alias + (m_isSqlite ? u".key"_s : u".position"_s);
}

QString RowImage::packed(const QString &alias) const
{
    return m_isSqlite ? alias + u".value"_s : packedWith(alias, {}, {});
}

QString RowImage::packedWith(const QString &alias, const QStringList &columns,
                             const QStringList &expressions) const
{
    QStringList values;
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i) {
        const qsizetype other = columns.indexOf(m_columns.at(i));
        if (other >= 0)
            values << packedValue(m_types[static_cast<size_t>(i)], expressions.at(other));
        else
            values << (m_isSqlite ? value(i, alias) : alias + u".c"_s + QString::number(i));
    }
    return array(values);
}

QString RowImage::value(int column, const QString &alias) const
{
    const QString index = QString::number(column);
    if (m_isSqlite)
        return u"tagsmith_value("_s + alias + u".value, "_s + index + u')';
    const QString text = alias + u".c"_s + index;
    return isOfBytes(m_types[static_cast<size_t>(column)]) ? u"UNHEX("_s + text + u')' : text;
}

int RowImage::indexOf(const QString &name) const
{
    return static_cast<int>(m_columns.indexOf(name));
}

const Column &RowImage::column(const QString &name) const
{
    return m_types[static_cast<size_t>(indexOf(name))];
}

/** The value in a column's type and collation, so that its index serves a comparison. */
QString RowImage::comparable(const Column &type, int column, const QString &alias) const
{
    const QString stored = value(column, alias);
    if (m_isSqlite || isOfBytes(type))
        return stored;
    const auto castTo = [&stored](const QString &name) {
        return u"CAST("_s + stored + u" AS "_s + name + u')';
    };
    if (type.type == ColumnType::Integer)
        return castTo(type.declaredType.contains("unsigned"_L1) ? u"UNSIGNED"_s : u"SIGNED"_s);
    if (baseType(type) == "decimal"_L1)
        return castTo(type.declaredType.section(u' ', 0, 0));
    if (type.type == ColumnType::Real)
        return castTo(u"DOUBLE"_s);
    // Without a collation: dates, UUIDs and addresses, as which the server reads the text.
    return type.collation.isEmpty() ? stored : m_dialect->collated(stored, type);
}

QString RowImage::equals(const QString &own, const Column &type, int column,
                         const QString &alias) const
{
    return own + u" = "_s + comparable(type, column, alias);
}

QString RowImage::sameKey(const QString &table, const QString &alias,
                          const QStringList &given) const
{
    if (m_key.isEmpty()) {
        const QString same = u"CAST(%1 AS %3) = CAST(%2 AS %3)"_s;
        return same.arg(row(table), packed(alias), m_isSqlite ? u"BLOB"_s : u"BINARY"_s);
    }
    QStringList conditions;
    for (const QString &name : m_key) {
        conditions << table + u'.' + m_dialect->quoted(name) + u" = "_s +
                          (given.contains(name) ? u"?"_s
                                                : comparable(column(name), indexOf(name), alias));
    }
    return conditions.join(u" AND "_s);
}

QString RowImage::sameValues(const QString &table, const QStringList &columns, const QString &alias,
                             const QStringList &own) const
{
    QStringList conditions;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        conditions << table + u'.' + m_dialect->quoted(columns.at(i)) + u" = "_s +
                          comparable(column(own.at(i)), indexOf(own.at(i)), alias);
    }
    return conditions.join(u" AND "_s);
}

Row RowImage::cells(const QString &row) const
{
    return cells(QJsonDocument::fromJson(row.toUtf8()).array());
}

std::vector<Row> RowImage::rows(const QString &list) const
{
    std::vector<Row> result;
    const QJsonArray rows = QJsonDocument::fromJson(list.toUtf8()).array();
    for (const auto &row : rows)
        result.push_back(cells(row.toArray()));
    return result;
}

Row RowImage::cells(const QJsonArray &values) const
{
    Row cells;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QJsonValue value = values.at(i);
        if (value.isNull())
            cells.emplace_back();
        else if (m_isSqlite)
            cells.push_back(sqliteCell(value.toString()));
        else
            cells.push_back(mysqlCell(m_types[static_cast<size_t>(i)], value.toString()));
    }
    return cells;
}

QStringList rowKey(ScopedConnection &connection, const TableSchema &table)
{
    const bool isSqlite = connection.isSqlite();
    if (isSqlite ? isSqliteKey(connection, table) : !table.primaryKey.isEmpty())
        return table.primaryKey;
    for (const UniqueKey &key : table.uniqueKeys) {
        if (hasNoNulls(table, key.columns))
            return key.columns;
    }
    const QString rowid = isSqlite ? freeRowidName(table) : QString();
    return rowid.isEmpty() ? QStringList() : QStringList{rowid};
}

QStringList storedColumns(const TableSchema &table, const QStringList &key)
{
    QStringList columns;
    for (const Column &column : table.columns) {
        if (!column.generated)
            columns << column.name;
    }
    for (const QString &name : key) {
        if (!table.find(name))
            columns << name;
    }
    return columns;
}

} // namespace tagsmith
