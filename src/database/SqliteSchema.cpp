// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqliteSchema.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QRegularExpression>

#include <map>
#include <utility>

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

/** The tables by name, while their facts are collected. */
using Tables = std::map<QString, TableSchema>;

// Each fact is read for all tables at once: one statement per table costs more than its answer.
// A virtual table's columns can be asked for only with its module, which the application brings.
const auto tablesSql = "FROM sqlite_schema AS s "_L1;
const auto isOurs = "WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                    "AND s.sql NOT LIKE 'CREATE VIRTUAL %' "_L1;

void readTables(ScopedConnection &connection, Tables &tables)
{
    Statement statement(connection, u"SELECT s.name "_s + tablesSql + isOurs);
    statement.execute();
    while (statement.next()) {
        TableSchema table;
        table.name = statement.text(0);
        tables.emplace(table.name, std::move(table));
    }
}

/** The rowid's own alias has no index that could be listed, and fills itself. */
void addRowidKey(TableSchema &table)
{
    if (table.primaryKey.size() != 1)
        return;
    for (Column &column : table.columns) {
        if (column.name != table.primaryKey.constFirst() || column.declaredType != "integer"_L1)
            continue;
        column.hasDefault = true;
        table.uniqueKeys.push_back({u"rowid"_s, table.primaryKey});
    }
}

void readColumns(ScopedConnection &connection, Tables &tables)
{
    Statement statement(
        connection,
        u"SELECT s.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk, c.hidden "_s +
            tablesSql + u"JOIN pragma_table_xinfo(s.name) AS c "_s + isOurs +
            u"ORDER BY s.name, c.cid"_s);
    statement.execute();
    std::map<QString, std::map<qint64, QString>> keys; // by table: position in the key, name
    while (statement.next()) {
        const qint64 hidden = statement.integer(6);
        if (hidden == 1)
            continue; // of a virtual table
        Column column;
        column.name = statement.text(1);
        column.declaredType = statement.text(2).toLower();
        column.type = columnType(column.declaredType);
        column.nullable = statement.integer(3) == 0;
        column.hasDefault = column.nullable || statement.cell(4).has_value();
        column.generated = hidden == 2 || hidden == 3;
        column.maxLength = declaredLength(column.declaredType);
        if (statement.integer(5) > 0)
            keys[statement.text(0)][statement.integer(5)] = column.name;
        tables.at(statement.text(0)).columns.push_back(std::move(column));
    }
    for (const auto &[name, parts] : keys) {
        TableSchema &table = tables.at(name);
        for (const auto &[position, column] : parts)
            table.primaryKey << column;
        addRowidKey(table);
    }
}

/** Text columns alone: a collation says nothing about numbers. */
void readCollations(const ScopedConnection &connection, TableSchema &table)
{
    for (Column &column : table.columns) {
        if (column.type == ColumnType::Text)
            column.collation = connection.sqliteCollation(table.name, column.name);
    }
}

/** The unique indexes; partial ones and those on expressions say nothing about whole columns. */
void readUniqueKeys(ScopedConnection &connection, Tables &tables)
{
    Statement statement(
        connection,
        u"SELECT s.name, l.name, x.name "_s + tablesSql +
            u"JOIN pragma_index_list(s.name) AS l JOIN pragma_index_xinfo(l.name) AS x "_s +
            isOurs +
            u"AND x.key = 1 AND l.\"unique\" = 1 AND l.partial = 0 "
            "ORDER BY s.name, l.origin <> 'pk', l.seq DESC, x.seqno"_s);
    statement.execute();
    QString lastIndex;
    while (statement.next()) {
        std::vector<UniqueKey> &keys = tables.at(statement.text(0)).uniqueKeys;
        if (statement.text(1) != lastIndex)
            keys.push_back({statement.text(1), {}});
        lastIndex = statement.text(1);
        keys.back().columns << statement.text(2); // empty for an expression
    }
    for (auto &[name, table] : tables) {
        std::erase_if(table.uniqueKeys,
                      [](const UniqueKey &key) { return key.columns.contains(QString()); });
    }
}

void readForeignKeys(ScopedConnection &connection, Tables &tables)
{
    Statement statement(connection, u"SELECT s.name, f.id, f.\"table\", f.\"from\", f.\"to\", "
                                    "f.on_update, f.on_delete "_s +
                                        tablesSql +
                                        u"JOIN pragma_foreign_key_list(s.name) AS f "_s + isOurs +
                                        u"ORDER BY s.name, f.id DESC, f.seq"_s);
    statement.execute();
    std::pair<QString, qint64> last(QString(), -1);
    while (statement.next()) {
        const std::pair id(statement.text(0), statement.integer(1));
        std::vector<ForeignKey> &keys = tables.at(id.first).foreignKeys;
        if (id != last) {
            keys.push_back({{},
                            statement.text(2),
                            {},
                            referenceRule(statement.text(5)),
                            referenceRule(statement.text(6))});
            last = id;
        }
        keys.back().columns << statement.text(3);
        if (const Cell target = statement.cell(4))
            keys.back().targetColumns << *target;
    }
}

/** A key that names no columns means the primary key; names are spelled as the target has them. */
void completeForeignKeys(std::vector<TableSchema> &tables)
{
    for (TableSchema &child : tables) {
        for (ForeignKey &key : child.foreignKeys) {
            const TableSchema *target = findTable(tables, key.table);
            if (!target)
                continue;
            key.table = target->name;
            if (key.targetColumns.isEmpty())
                key.targetColumns = target->primaryKey;
            for (QString &name : key.targetColumns) {
                if (const Column *column = target->find(name))
                    name = column->name;
            }
            for (QString &name : key.columns) {
                if (const Column *column = child.find(name))
                    name = column->name;
            }
        }
    }
}

} // namespace

std::vector<TableSchema> readSqliteSchema(ScopedConnection &connection)
{
    Tables tables;
    readTables(connection, tables);
    readColumns(connection, tables);
    readUniqueKeys(connection, tables);
    for (auto &[name, table] : tables)
        readCollations(connection, table);
    readForeignKeys(connection, tables);

    std::vector<TableSchema> list;
    list.reserve(tables.size());
    for (auto &[name, table] : tables)
        list.push_back(std::move(table));
    completeForeignKeys(list);
    return list;
}

} // namespace tagsmith
