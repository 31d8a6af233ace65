// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JournalSchema.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/KnownTable.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool haveInCommon(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.begin(), a.end(),
                       [&b](const QString &name) { return b.contains(name, Qt::CaseInsensitive); });
}

/** @p columns as @p table spells them. */
QStringList spelled(const TableSchema &table, const QStringList &columns)
{
    QStringList names;
    for (const QString &name : columns) {
        const Column *column = table.find(name);
        names << (column ? column->name : name);
    }
    return names;
}

} // namespace

JournalSchema::JournalSchema(ScopedConnection &connection) : m_connection(connection) {}

const std::vector<TableSchema> &JournalSchema::schema()
{
    if (!m_schema)
        m_schema = readSchema(m_connection);
    return *m_schema;
}

const TableSchema &JournalSchema::table(const QString &name)
{
    if (const auto known = m_single.find(name); known != m_single.end())
        return known->second.schema;
    if (!m_schema && !m_connection.isSqlite()) {
        if (auto single = readKnownTable(m_connection, name))
            return m_single.emplace(name, std::move(*single)).first->second.schema;
    }
    const TableSchema *table = findTable(schema(), name);
    if (!table) {
        throw DatabaseError(ErrorKind::Missing,
                            u"The table %1 is not there any more; refresh."_s.arg(name));
    }
    return *table;
}

const QStringList &JournalSchema::keyOf(const TableSchema &table)
{
    const auto known = m_keys.constFind(table.name);
    if (known != m_keys.constEnd())
        return *known;
    return *m_keys.insert(table.name, rowKey(m_connection, table));
}

const RowImage &JournalSchema::wholeRows(const TableSchema &table)
{
    const auto known = m_wholeRows.find(table.name);
    if (known != m_wholeRows.end())
        return known->second;
    const QStringList &key = keyOf(table);
    RowImage image(m_connection, table, storedColumns(table, key), key);
    return m_wholeRows.emplace(table.name, std::move(image)).first->second;
}

RowImage JournalSchema::changedColumns(const TableSchema &table, const QStringList &columns,
                                       const std::vector<ColumnValue> &newValues)
{
    const QStringList &key = keyOf(table);
    QStringList unknown = spelled(table, columns);
    for (const ColumnValue &value : newValues)
        unknown.removeAll(value.column);
    const bool isKeyless = key.isEmpty();
    if (isKeyless ? !unknown.isEmpty() : haveInCommon(key, unknown)) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"Rows of the table %1 could not be told apart in the journal after this change; give "
            "it a primary key, or use --no-journal."_s.arg(table.name));
    }
    const bool isRowid = !isKeyless && !table.find(key.constFirst());
    if (isKeyless || isRowid)
        return wholeRows(table);
    QStringList taken = key;
    for (const Column &column : table.columns) {
        const bool isAssigned = columns.contains(column.name, Qt::CaseInsensitive);
        if ((isAssigned || column.changesItself) && !column.generated &&
            !taken.contains(column.name))
            taken << column.name;
    }
    return RowImage(m_connection, table, taken, key);
}

/** SQLite's own question; on the servers a pause of them switches cascades off as well. */
bool JournalSchema::enforcesForeignKeys()
{
    Statement statement =
        Statement::asText(m_connection, m_connection.isSqlite() ? u"PRAGMA foreign_keys"_s
                                                                : u"SELECT @@foreign_key_checks"_s);
    statement.execute();
    return statement.next() && statement.integer(0) != 0;
}

std::vector<Dependent> JournalSchema::deletedWith(const TableSchema &table)
{
    std::vector<Dependent> found;
    for (const TableSchema &child : schema()) {
        for (const ForeignKey &key : child.foreignKeys) {
            if (key.table == table.name && key.onDelete != ReferenceRule::Restrict)
                found.push_back({&child, &key});
        }
    }
    if (!found.empty() && !enforcesForeignKeys())
        found.clear();
    return found;
}

bool JournalSchema::cascadesToItself(const QString &name)
{
    const TableSchema *table = findTable(schema(), name);
    return table && std::any_of(table->foreignKeys.begin(), table->foreignKeys.end(),
                                [table](const ForeignKey &key) {
                                    return key.table == table->name &&
                                           key.onDelete == ReferenceRule::Cascade;
                                });
}

std::vector<Dependent> JournalSchema::updatedWith(const TableSchema &table,
                                                  const QStringList &columns)
{
    std::vector<Dependent> found;
    // A foreign key points at indexed columns only.
    const auto single = m_single.find(table.name);
    if (single != m_single.end() && !haveInCommon(single->second.indexedColumns, columns))
        return found;
    for (const TableSchema &child : schema()) {
        for (const ForeignKey &key : child.foreignKeys) {
            if (key.table == table.name && key.onUpdate != ReferenceRule::Restrict &&
                haveInCommon(key.targetColumns, columns))
                found.push_back({&child, &key});
        }
    }
    if (!found.empty() && !enforcesForeignKeys())
        found.clear();
    return found;
}

} // namespace tagsmith
