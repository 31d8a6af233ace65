// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlSchema.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QSet>

#include <map>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The tables by name, while their facts are collected. */
using Tables = std::map<QString, TableSchema>;

ColumnType columnType(const QString &dataType)
{
    static const QSet<QString> integers = {u"tinyint"_s, u"smallint"_s, u"mediumint"_s,
                                           u"int"_s,     u"bigint"_s,   u"year"_s};
    static const QSet<QString> reals = {u"decimal"_s, u"float"_s, u"double"_s};
    static const QSet<QString> times = {u"date"_s, u"datetime"_s, u"timestamp"_s, u"time"_s};
    if (integers.contains(dataType))
        return ColumnType::Integer;
    if (reals.contains(dataType))
        return ColumnType::Real;
    if (times.contains(dataType))
        return ColumnType::DateTime;
    const bool isBinary = dataType.endsWith("binary"_L1) || dataType.endsWith("blob"_L1) ||
                          dataType == "bit"_L1 || dataType == "geometry"_L1;
    return isBinary ? ColumnType::Binary : ColumnType::Text;
}

bool isGenerated(const QString &extra)
{
    // MySQL 8 marks an expression default as DEFAULT_GENERATED, which is written like any other.
    return extra.contains("VIRTUAL"_L1, Qt::CaseInsensitive) ||
           extra.contains("STORED"_L1, Qt::CaseInsensitive) ||
           extra.contains("PERSISTENT"_L1, Qt::CaseInsensitive);
}

bool hasLengthInCharacters(const QString &dataType)
{
    return dataType == "varchar"_L1 || dataType == "char"_L1; // of TEXT it is told in bytes
}

void readTables(ScopedConnection &connection, Tables &tables)
{
    Statement statement(connection,
                        u"SELECT TABLE_NAME, ENGINE FROM information_schema.TABLES "
                        "WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'"_s);
    statement.execute();
    while (statement.next()) {
        TableSchema table;
        table.name = statement.text(0);
        table.engine = statement.text(1);
        table.transactional = canRollBack(table.engine);
        tables.emplace(table.name, std::move(table));
    }
}

/** The condition on the schema, and on one table where @p table is not empty. */
QString inSchema(const QString &table)
{
    return u"WHERE TABLE_SCHEMA = DATABASE() "_s +
           (table.isEmpty() ? QString() : u"AND TABLE_NAME = ? "_s);
}

/** Of the table @p only, or of all. */
void readColumns(ScopedConnection &connection, Tables &tables, const QString &only = {})
{
    Statement statement(connection,
                        u"SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, IS_NULLABLE, "
                        u"COLUMN_DEFAULT, EXTRA, "
                        "CHARACTER_MAXIMUM_LENGTH, CHARACTER_SET_NAME, COLLATION_NAME FROM "
                        "information_schema.COLUMNS "_s +
                            inSchema(only) + u"ORDER BY TABLE_NAME, ORDINAL_POSITION"_s);
    if (!only.isEmpty())
        statement.bind(only);
    statement.execute();
    while (statement.next()) {
        const auto table = tables.find(statement.text(0));
        if (table == tables.end())
            continue; // a view
        const QString dataType = statement.text(2).toLower();
        const QString extra = statement.text(6);
        Column column;
        column.name = statement.text(1);
        column.type = columnType(dataType);
        column.declaredType = statement.text(3).toLower();
        column.nullable = statement.text(4) == "YES"_L1;
        column.generated = isGenerated(extra);
        column.changesItself = extra.contains("on update"_L1, Qt::CaseInsensitive);
        column.hasDefault = column.nullable || statement.cell(5).has_value() ||
                            extra.contains("auto_increment"_L1, Qt::CaseInsensitive);
        if (hasLengthInCharacters(dataType))
            column.maxLength = statement.integer(7);
        column.characterSet = statement.text(8);
        column.collation = statement.text(9);
        table->second.columns.push_back(std::move(column));
    }
}

/** The unique indexes; such as have parts of columns or expressions say nothing about columns. */
void readUniqueKeys(ScopedConnection &connection, Tables &tables)
{
    Statement statement(connection,
                        u"SELECT TABLE_NAME, INDEX_NAME, COLUMN_NAME, SUB_PART FROM "
                        "information_schema.STATISTICS "
                        "WHERE TABLE_SCHEMA = DATABASE() AND NON_UNIQUE = 0 "
                        "ORDER BY TABLE_NAME, INDEX_NAME <> 'PRIMARY', INDEX_NAME, SEQ_IN_INDEX"_s);
    statement.execute();
    std::map<std::pair<QString, QString>, UniqueKey> keys;
    QSet<QString> inParts; // "table index"
    std::vector<std::pair<QString, QString>> order;
    while (statement.next()) {
        const std::pair id(statement.text(0), statement.text(1));
        const auto [key, isNew] = keys.try_emplace(id, UniqueKey{id.second, {}});
        if (isNew)
            order.push_back(id);
        if (statement.cell(3) || !statement.cell(2))
            inParts.insert(id.first + u'\n' + id.second);
        key->second.columns << statement.text(2);
    }
    for (const auto &id : order) {
        const auto table = tables.find(id.first);
        if (table == tables.end() || inParts.contains(id.first + u'\n' + id.second))
            continue;
        const UniqueKey &key = keys.at(id);
        if (key.name == "PRIMARY"_L1)
            table->second.primaryKey = key.columns;
        table->second.uniqueKeys.push_back(key);
    }
}

/** The rules of each foreign key, by its table and name. */
std::map<std::pair<QString, QString>, std::pair<ReferenceRule, ReferenceRule>>
readRules(ScopedConnection &connection)
{
    std::map<std::pair<QString, QString>, std::pair<ReferenceRule, ReferenceRule>> rules;
    Statement statement(connection,
                        u"SELECT TABLE_NAME, CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE FROM "
                        "information_schema.REFERENTIAL_CONSTRAINTS "
                        "WHERE CONSTRAINT_SCHEMA = DATABASE()"_s);
    statement.execute();
    while (statement.next()) {
        rules[{statement.text(0), statement.text(1)}] = {referenceRule(statement.text(2)),
                                                         referenceRule(statement.text(3))};
    }
    return rules;
}

/** In two plain statements: a join of these views costs the server a temporary table for each row.
 */
void readForeignKeys(ScopedConnection &connection, Tables &tables)
{
    const auto rules = readRules(connection);
    Statement statement(connection,
                        u"SELECT TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME, "
                        "REFERENCED_COLUMN_NAME FROM information_schema.KEY_COLUMN_USAGE "
                        "WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_SCHEMA = DATABASE() "
                        "ORDER BY TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION"_s);
    statement.execute();
    std::pair<QString, QString> last;
    while (statement.next()) {
        const std::pair id(statement.text(0), statement.text(1));
        const auto child = tables.find(id.first);
        const auto rule = rules.find(id);
        if (child == tables.end() || rule == rules.end())
            continue;
        std::vector<ForeignKey> &keys = child->second.foreignKeys;
        if (id != last) {
            keys.push_back({{}, statement.text(3), {}, rule->second.first, rule->second.second});
            last = id;
        }
        keys.back().columns << statement.text(2);
        keys.back().targetColumns << statement.text(4);
    }
}

} // namespace

bool canRollBack(const QString &engine)
{
    static const QSet<QString> withoutRollback = {u"MyISAM"_s, u"Aria"_s,    u"MEMORY"_s,
                                                  u"CSV"_s,    u"ARCHIVE"_s, u"MRG_MyISAM"_s};
    return !withoutRollback.contains(engine);
}

std::optional<SingleTable> readMysqlTable(ScopedConnection &connection, const QString &name)
{
    Tables tables;
    tables[name].name = name;
    TableSchema &table = tables[name];
    readColumns(connection, tables, name);
    if (table.columns.empty())
        return std::nullopt;
    QStringList indexed;
    Statement statement(connection,
                        u"SELECT INDEX_NAME, COLUMN_NAME, NON_UNIQUE, SUB_PART FROM "
                        "information_schema.STATISTICS "_s +
                            inSchema(name) +
                            u"ORDER BY INDEX_NAME <> 'PRIMARY', INDEX_NAME, SEQ_IN_INDEX"_s);
    statement.bind(name).execute();
    QSet<QString> unusable; // in parts or on expressions
    while (statement.next()) {
        const QString index = statement.text(0);
        indexed << statement.text(1);
        if (statement.integer(2) != 0)
            continue;
        if (table.uniqueKeys.empty() || table.uniqueKeys.back().name != index)
            table.uniqueKeys.push_back({index, {}});
        table.uniqueKeys.back().columns << statement.text(1);
        if (statement.cell(3) || !statement.cell(1))
            unusable.insert(index);
    }
    std::erase_if(table.uniqueKeys,
                  [&unusable](const UniqueKey &key) { return unusable.contains(key.name); });
    if (!table.uniqueKeys.empty() && table.uniqueKeys.front().name == "PRIMARY"_L1)
        table.primaryKey = table.uniqueKeys.front().columns;
    return SingleTable{std::move(table), indexed};
}

std::vector<TableSchema> readMysqlSchema(ScopedConnection &connection)
{
    Tables tables;
    readTables(connection, tables);
    readColumns(connection, tables);
    readUniqueKeys(connection, tables);
    readForeignKeys(connection, tables);

    std::vector<TableSchema> list;
    list.reserve(tables.size());
    for (auto &[name, table] : tables)
        list.push_back(std::move(table));
    return list;
}

} // namespace tagsmith
