// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlSchema.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"

#include <QSet>

#include <map>

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
    const bool isBinary = dataType.endsWith("binary"_L1) || dataType.endsWith("blob"_L1)
                          || dataType == "bit"_L1 || dataType == "geometry"_L1;
    return isBinary ? ColumnType::Binary : ColumnType::Text;
}

bool isGenerated(const QString &extra)
{
    // MySQL 8 marks an expression default as DEFAULT_GENERATED, which is written like any other.
    return extra.contains("VIRTUAL"_L1, Qt::CaseInsensitive)
           || extra.contains("STORED"_L1, Qt::CaseInsensitive)
           || extra.contains("PERSISTENT"_L1, Qt::CaseInsensitive);
}

bool hasLengthInCharacters(const QString &dataType)
{
    return dataType == "varchar"_L1 || dataType == "char"_L1; // of TEXT it is told in bytes
}

void readTables(ScopedConnection &connection, Tables &tables)
{
    static const QSet<QString> withoutRollback = {u"MyISAM"_s, u"Aria"_s, u"MEMORY"_s, u"CSV"_s,
                                                  u"ARCHIVE"_s, u"MRG_MyISAM"_s};
    Statement statement(connection, u"SELECT TABLE_NAME, ENGINE FROM information_schema.TABLES "
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
    Statement statement(
        connection,
        u"SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, EXTRA, "
        "CHARACTER_MAXIMUM_LENGTH, CHARACTER_SET_NAME, COLLATION_NAME FROM information_schema.COLUMNS "
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
        column.hasDefault = column.nullable || statement.cell(5).has_value()
                            || extra.contains("auto_increment"_L1, Qt::CaseInsensitive);
        if (hasLengthInCharacters(dataType))
            column.maxLength = statement.integer(7);
        column.characterSet = statement.text(8);
        column.collation = statement.text(9);
        table->second.columns.push_back(std::move(column));
    }
}

void readPrimaryKeys(ScopedConnection &connection, Tables &tables)
{
    Statement statement(connection, u"SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.STATISTICS "
                                    "WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'PRIMARY' "
                                    "ORDER BY TABLE_NAME, SEQ_IN_INDEX"_s);
    statement.execute();
    while (statement.next()) {
        const auto table = tables.find(statement.text(0));
        if (table != tables.end())
            table->second.primaryKey << statement.text(1);
    }
}

void readReferences(ScopedConnection &connection, Tables &tables)
{
    Statement statement(
        connection,
        u"SELECT k.TABLE_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME, "
        "r.UPDATE_RULE, r.DELETE_RULE, "
        "(SELECT COUNT(*) FROM information_schema.KEY_COLUMN_USAGE o "
        " WHERE o.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND o.TABLE_NAME = k.TABLE_NAME "
        " AND o.CONSTRAINT_NAME = k.CONSTRAINT_NAME) "
        "FROM information_schema.KEY_COLUMN_USAGE k "
        "JOIN information_schema.REFERENTIAL_CONSTRAINTS r "
        "ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.TABLE_NAME = k.TABLE_NAME "
        "AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME "
        "WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_SCHEMA = DATABASE() "
        "ORDER BY k.TABLE_NAME, k.COLUMN_NAME"_s);
    statement.execute();
    while (statement.next()) {
        const auto target = tables.find(statement.text(2));
        const auto child = tables.find(statement.text(0));
        if (target == tables.end() || child == tables.end() || statement.integer(6) != 1
            || target->second.primaryKey != QStringList{statement.text(3)})
            continue;
        const Column *column = child->second.find(statement.text(1));
        target->second.referencedBy.push_back(
            Reference{statement.text(0), statement.text(1), referenceRule(statement.text(4)),
                      referenceRule(statement.text(5)), column != nullptr && column->nullable});
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
