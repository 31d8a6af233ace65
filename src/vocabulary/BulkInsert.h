// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "database/MysqlInsert.h"
#include "vocabulary/ImportBatch.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <span>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Inserts many tags with one statement into a table of MySQL or MariaDB, which returns them for the
 * journal: their names would have to be looked up again.
 */
class BulkInsert
{
public:
    /**
     * Into @p columns of @p table: the name, ImportRow::values, then @p constants. Null where the
     * client library is another one, and with a journal where the server returns nothing.
     */
    static std::unique_ptr<BulkInsert> into(ScopedConnection &connection, const QString &table,
                                            const QStringList &columns,
                                            const std::vector<ColumnValue> &constants);

    BulkInsert(ScopedConnection &connection, const QString &table, const QStringList &columns,
               const std::vector<ColumnValue> &constants, const QString &returned);

    /** Stores @p rows and tells the journal; how many these are. Throws DatabaseError, and then
     * none is stored. */
    qint64 run(std::span<const ImportRow *const> rows);

private:
    MysqlInsert &prepared(int rows);

    ScopedConnection &m_connection;
    QString m_table;
    QStringList m_columns;
    std::vector<ColumnValue> m_constants;
    QString m_returned; ///< for the journal; empty: nothing
    int m_preparedRows = 0;
    std::unique_ptr<MysqlInsert> m_insert;
};

} // namespace tagsmith
