// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "database/SqliteInsert.h"
#include "vocabulary/ImportBatch.h"

#include <QString>

#include <memory>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Inserts tags row by row into a table of SQLite, and tells the journal of many together, whose
 * rowids say where they are: their names would have to be looked up again.
 */
class RowInsert
{
public:
    /**
     * Into @p table; @p sql inserts one row: the name, ImportRow::values, then @p constants.
     * Null on other engines, and where the table has no rowids.
     */
    static std::unique_ptr<RowInsert> into(ScopedConnection &connection, const QString &table,
                                           const QString &sql,
                                           const std::vector<ColumnValue> &constants);

    RowInsert(ScopedConnection &connection, const QString &table, const QString &rowid,
              const QString &sql, const std::vector<ColumnValue> &constants);

    /** Stores @p row; throws DatabaseError, and then it is not stored. */
    void run(const ImportRow &row);
    /** Tells the journal of the rows since the last call, and returns how many these are. */
    qint64 announce();

private:
    ScopedConnection &m_connection;
    QString m_table;
    QString m_rowid; ///< the name of the table's rowid
    std::vector<ColumnValue> m_constants;
    SqliteInsert m_insert;
};

} // namespace tagsmith
