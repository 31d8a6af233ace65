// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/BulkInsert.h"

#include "database/ScopedConnection.h"
#include "vocabulary/RecordChanges.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

std::unique_ptr<BulkInsert> BulkInsert::into(ScopedConnection &connection, const QString &table,
                                             const QStringList &columns,
                                             const std::vector<ColumnValue> &constants)
{
    if (!MysqlInsert::isPossible(connection))
        return nullptr;
    const QString returned = valuesToReturn(connection, table);
    if (connection.changeSink() && returned.isEmpty())
        return nullptr;
    return std::make_unique<BulkInsert>(connection, table, columns, constants, returned);
}

BulkInsert::BulkInsert(ScopedConnection &connection, const QString &table,
                       const QStringList &columns, const std::vector<ColumnValue> &constants,
                       const QString &returned)
    : m_connection(connection), m_table(table), m_columns(columns), m_constants(constants),
      m_returned(returned)
{
}

MysqlInsert &BulkInsert::prepared(int rows)
{
    if (!m_insert || m_preparedRows != rows) {
        const QString insert = m_connection.dialect().insert(m_table, m_columns, rows);
        m_insert = std::make_unique<MysqlInsert>(
            m_connection, m_returned.isEmpty() ? insert : insert + u" RETURNING "_s + m_returned);
        m_preparedRows = rows;
    }
    return *m_insert;
}

qint64 BulkInsert::run(std::span<const ImportRow *const> rows)
{
    MysqlInsert &insert = prepared(static_cast<int>(rows.size()));
    for (const ImportRow *row : rows) {
        insert.bind(row->name);
        for (const Cell &value : row->values)
            insert.bind(value);
        for (const ColumnValue &constant : m_constants)
            insert.bind(constant.value);
    }
    const qint64 count = insert.execute();
    if (!m_returned.isEmpty())
        recordReturned(m_connection, m_table, insert.takeReturned());
    return count;
}

} // namespace tagsmith
