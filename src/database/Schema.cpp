// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Schema.h"

#include "database/MysqlSchema.h"
#include "database/SchemaMemory.h"
#include "database/ScopedConnection.h"
#include "database/SqliteSchema.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

const Column *TableSchema::find(const QString &column) const
{
    for (const Column &candidate : columns) {
        if (candidate.name.compare(column, Qt::CaseInsensitive) == 0)
            return &candidate;
    }
    return nullptr;
}

ReferenceRule referenceRule(const QString &name)
{
    if (name == "CASCADE"_L1)
        return ReferenceRule::Cascade;
    if (name == "SET NULL"_L1)
        return ReferenceRule::SetNull;
    return name == "SET DEFAULT"_L1 ? ReferenceRule::SetDefault : ReferenceRule::Restrict;
}

const TableSchema *findTable(const std::vector<TableSchema> &schema, const QString &name)
{
    const TableSchema *found = nullptr;
    for (const TableSchema &table : schema) {
        if (table.name == name)
            return &table;
        if (table.name.compare(name, Qt::CaseInsensitive) == 0)
            found = &table;
    }
    return found;
}

std::vector<TableSchema> readSchema(ScopedConnection &connection)
{
    if (const std::vector<TableSchema> *known = SchemaMemory::of(connection))
        return *known;
    std::vector<TableSchema> tables =
        connection.isSqlite() ? readSqliteSchema(connection) : readMysqlSchema(connection);
    std::erase_if(tables, [](const TableSchema &table) {
        return table.name.startsWith("tagsmith_"_L1, Qt::CaseInsensitive);
    });
    return tables;
}

} // namespace tagsmith
