// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "database/MysqlSchema.h"
#include "database/RowImage.h"
#include "database/Schema.h"

#include <QHash>

#include <map>
#include <optional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A foreign key of another table, or of the same, onto a table. */
struct Dependent
{
    const TableSchema *table;
    const ForeignKey *key;
};

/**
 * The tables as the journal needs them, each read once, when it is asked for; all of them only
 * where foreign keys matter.
 */
class JournalSchema
{
public:
    explicit JournalSchema(ScopedConnection &connection);

    /** Throws (Missing) where there is no such table. */
    const TableSchema &table(const QString &name);
    /** Whole rows of @p table, for those inserted and deleted. */
    const RowImage &wholeRows(const TableSchema &table);
    /**
     * What an assignment to @p columns changes: these, the key, and those that change by
     * themselves. Whole rows where nothing tells the rows apart. Throws (Refused) where the rows
     * could not be found again: columns of the key are assigned and not in @p newValues.
     */
    RowImage changedColumns(const TableSchema &table, const QStringList &columns,
                            const std::vector<ColumnValue> &newValues);

    /** The foreign keys onto @p table whose rows go, or change, with its rows. */
    std::vector<Dependent> deletedWith(const TableSchema &table);
    std::vector<Dependent> updatedWith(const TableSchema &table, const QStringList &columns);
    /** Whether deleting rows of the table @p name may delete further ones of it. */
    bool cascadesToItself(const QString &name);

private:
    const std::vector<TableSchema> &schema();
    bool enforcesForeignKeys();
    const QStringList &keyOf(const TableSchema &table);

    ScopedConnection &m_connection;
    std::optional<std::vector<TableSchema>> m_schema;
    std::map<QString, SingleTable> m_single; ///< read before the others were
    QHash<QString, QStringList> m_keys;
    std::map<QString, RowImage> m_wholeRows;
};

} // namespace tagsmith
