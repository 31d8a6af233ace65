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
    static const QSet<QString> withoutRollback = {u"MyISAM"_s, u"Aria"_s,    u"MEMORY"_s,
                                                  u"CSV"_s,    u"ARCHIVE"_s, u"MRG_MyISAM"_s};
    Statement statement(connection,
                        u"SELECT TABLE_NAME, ENGINE FROM information_schema.TABLES "
                        "WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'"_s);
    statement.execute();
    while (statement.next()) {
        TableSchema table;
        table.name = statement.text(0);
        table.transactional = !withoutRollback.contains(statement.text(1));
        tables.emplace(table.name, std::move(table));
    }
}

void readColumns(ScopedConnection &connection, Tables &tables)
{
    Statement statement(connection,
                        u"SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, IS_NULLABLE, "
                        u"COLUMN_DEFAULT, EXTRA, "
                        "CHARACTER_MAXIMUM_LENGTH, CHARACTER_SET_NAME, COLLATION_NAME FROM "
                        "information_schema.COLUMNS "
                        "WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION"_s);
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
        column.hasDefault = column.nullable || statement.cell(5).has_value() ||
                            extra.contains("auto_increment"_L1, Qt::CaseInsensitive);
        if (hasLengthInCharacters(dataType))
            column.maxLength = statement.integer(7);
        column.characterSet = statement.text(8);
        column.collation = statement.text(9);
        table->second.columns.push_back(std::move(column));
    }
}

void readPrimaryKeys(ScopedConnection &connection, Tables &tables)
{
    Statement statement(connection,
                        u"SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.STATISTICS "
                        "WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'PRIMARY' "
                        "ORDER BY TABLE_NAME, SEQ_IN_INDEX"_s);
    statement.execute();
    while (statement.next()) {
        const auto table = tables.find(statement.text(0));
        if (table != tables.end())
            table->second.primaryKey << statement.text(1);
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

struct ForeignKeyColumn
{
    QString table;
    QString constraint;
    QString column;
    QString target;
    QString targetColumn;
};

std::vector<ForeignKeyColumn> readForeignKeyColumns(ScopedConnection &connection)
{
    std::vector<ForeignKeyColumn> columns;
    Statement statement(connection,
                        u"SELECT TABLE_NAME, CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME, "
                        "REFERENCED_COLUMN_NAME FROM information_schema.KEY_COLUMN_USAGE "
                        "WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_SCHEMA = DATABASE() "
                        "ORDER BY TABLE_NAME, COLUMN_NAME"_s);
    statement.execute();
    while (statement.next()) {
        columns.push_back({statement.text(0), statement.text(1), statement.text(2),
                           statement.text(3), statement.text(4)});
    }
    return columns;
}

/** In two plain statements: a join of these views costs the server a temporary table for each row.
 */
void readReferences(ScopedConnection &connection, Tables &tables)
{
    const auto rules = readRules(connection);
    const auto keyColumns = readForeignKeyColumns(connection);
    std::map<std::pair<QString, QString>, int> widths; // how many columns each foreign key has
    for (const ForeignKeyColumn &column : keyColumns)
        ++widths[{column.table, column.constraint}];

    for (const ForeignKeyColumn &key : keyColumns) {
        const auto target = tables.find(key.target);
        const auto child = tables.find(key.table);
        const auto rule = rules.find({key.table, key.constraint});
        if (target == tables.end() || child == tables.end() || rule == rules.end() ||
            widths.at(rule->first) != 1 ||
            target->second.primaryKey != QStringList{key.targetColumn})
            continue;
        const Column *column = child->second.find(key.column);
        target->second.referencedBy.push_back(Reference{key.table, key.column, rule->second.first,
                                                        rule->second.second,
                                                        column != nullptr && column->nullable});
    }
}

} // namespace

std::vector<TableSchema> readMysqlSchema(ScopedConnection &connection)
{
    Tables tables;
    readTables(connection, tables);
    readColumns(connection, tables);
    readPrimaryKeys(connection, tables);
    readReferences(connection, tables);

    std::vector<TableSchema> list;
    list.reserve(tables.size());
    for (auto &[name, table] : tables)
        list.push_back(std::move(table));
    return list;
}

} // namespace tagsmith
