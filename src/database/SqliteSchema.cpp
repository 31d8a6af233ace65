// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqliteSchema.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The affinity rules of https://www.sqlite.org/datatype3.html, section 3.1, and dates by name. */
ColumnType columnType(const QString &declared)
{
    if (declared.contains("int"_L1) || declared.contains("bool"_L1))
        return ColumnType::Integer;
    if (declared.isEmpty() || declared.contains("char"_L1) || declared.contains("clob"_L1) ||
        declared.contains("text"_L1))
        return ColumnType::Text;
    if (declared.contains("blob"_L1) || declared.contains("binary"_L1))
        return ColumnType::Binary;
    if (declared.contains("date"_L1) || declared.contains("time"_L1))
        return ColumnType::DateTime;
    return ColumnType::Real;
}

/** The n of varchar(n), which SQLite itself does not enforce; -1 where there is none. */
qint64 declaredLength(const QString &declared)
{
    static const QRegularExpression pattern(u"char[a-z ]*\\((\\d+)\\)"_s);
    const auto match = pattern.match(declared);
    return match.hasMatch() ? match.capturedView(1).toLongLong() : -1;
}

QStringList tableNames(ScopedConnection &connection)
{
    QStringList names;
    Statement statement(connection, u"SELECT name FROM sqlite_schema WHERE type = 'table' "
                                    "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"_s);
    statement.execute();
    while (statement.next())
        names << statement.text(0);
    return names;
}

void readColumns(ScopedConnection &connection, TableSchema &table)
{
    std::vector<std::pair<qint64, QString>> keyParts; // position in the key, name
    Statement statement(connection, u"SELECT name, type, \"notnull\", dflt_value, pk, hidden "
                                    "FROM pragma_table_xinfo(?) ORDER BY cid"_s);
    statement.bind(table.name).execute();
    while (statement.next()) {
        const qint64 hidden = statement.integer(5);
        if (hidden == 1)
            continue; // of a virtual table
        Column column;
        column.name = statement.text(0);
        column.declaredType = statement.text(1).toLower();
        column.type = columnType(column.declaredType);
        column.nullable = statement.integer(2) == 0;
        column.hasDefault = column.nullable || statement.cell(3).has_value();
        column.generated = hidden == 2 || hidden == 3;
        column.maxLength = declaredLength(column.declaredType);
        if (statement.integer(4) > 0)
            keyParts.emplace_back(statement.integer(4), column.name);
        table.columns.push_back(std::move(column));
    }
    std::sort(keyParts.begin(), keyParts.end());
    for (const auto &[position, name] : keyParts)
        table.primaryKey << name;
}

/** The collations of indexed columns, the only ones that can be asked for; the key's own counts. */
void readCollations(ScopedConnection &connection, TableSchema &table)
{
    Statement statement(connection,
                        u"SELECT x.name, x.coll FROM pragma_index_list(?) AS l, "
                        "pragma_index_xinfo(l.name) AS x WHERE x.key = 1 AND l.\"unique\" = 1 "
                        "ORDER BY l.origin = 'pk'"_s);
    statement.bind(table.name).execute();
    while (statement.next()) {
        for (Column &column : table.columns) {
            if (column.name == statement.text(0))
                column.collation = statement.text(1);
        }
    }
}

/** The single-column foreign keys of @p child, each put down at the table that it points at. */
void readReferences(ScopedConnection &connection, const TableSchema &child,
                    QHash<QString, TableSchema *> &byName)
{
    Statement statement(
        connection, u"SELECT \"table\", \"from\", \"to\", on_update, on_delete FROM "
                    "pragma_foreign_key_list(?) AS f WHERE (SELECT count(*) FROM "
                    "pragma_foreign_key_list(?) AS o WHERE o.id = f.id) = 1 ORDER BY \"from\""_s);
    statement.bind(child.name).bind(child.name).execute();
    while (statement.next()) {
        TableSchema *target = byName.value(statement.text(0).toLower());
        if (!target || target->primaryKey.size() != 1)
            continue;
        const QString key = statement.cell(2).value_or(target->primaryKey.constFirst());
        if (key.compare(target->primaryKey.constFirst(), Qt::CaseInsensitive) != 0)
            continue;
        const Column *column = child.find(statement.text(1));
        target->referencedBy.push_back(
            Reference{child.name, statement.text(1), referenceRule(statement.text(3)),
                      referenceRule(statement.text(4)), column != nullptr && column->nullable});
    }
}

} // namespace

std::vector<TableSchema> readSqliteSchema(ScopedConnection &connection)
{
    std::vector<TableSchema> tables;
    const QStringList names = tableNames(connection);
    for (const QString &name : names) {
        TableSchema table;
        table.name = name;
        readColumns(connection, table);
        readCollations(connection, table);
        tables.push_back(std::move(table));
    }

    QHash<QString, TableSchema *> byName;
    for (TableSchema &table : tables)
        byName.insert(table.name.toLower(), &table);
    for (const TableSchema &child : tables)
        readReferences(connection, child, byName);
    return tables;
}

} // namespace tagsmith
