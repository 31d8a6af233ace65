// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RowInsert.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/RecordChanges.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Whether nothing lies between the first one and the last one that is not among them. */
bool areInARow(const std::vector<qint64> &numbers)
{
    for (size_t i = 1; i < numbers.size(); ++i) {
        if (numbers[i] != numbers[i - 1] + 1)
            return false;
    }
    return true;
}

QString jsonNumbers(const std::vector<qint64> &numbers)
{
    QString json;
    for (const qint64 number : numbers)
        json += (json.isEmpty() ? u'[' : u',') + QString::number(number);
    return json + u']';
}

/** @p rowid: as SQL. */
void selectRowids(RowSelection &rows, const QString &rowid, const std::vector<qint64> &rowids)
{
    if (areInARow(rowids)) {
        rows.where = rowid + u" BETWEEN ? AND ?"_s;
        rows.bind = [first = rowids.front(), last = rowids.back()](Statement &statement) {
            statement.bind(first).bind(last);
        };
        return;
    }
    rows.where = rowid + u" IN (SELECT value FROM json_each(?))"_s;
    rows.bind = [list = jsonNumbers(rowids)](Statement &statement) { statement.bind(list); };
}

} // namespace

std::unique_ptr<RowInsert> RowInsert::into(ScopedConnection &connection, const QString &table,
                                           const QString &sql,
                                           const std::vector<ColumnValue> &constants)
{
    if (!connection.isSqlite())
        return nullptr;
    const QString rowid = SqliteInsert::rowidName(connection, table);
    return rowid.isEmpty() ? nullptr
                           : std::make_unique<RowInsert>(connection, table, rowid, sql, constants);
}

RowInsert::RowInsert(ScopedConnection &connection, const QString &table, const QString &rowid,
                     const QString &sql, const std::vector<ColumnValue> &constants)
    : m_connection(connection), m_table(table), m_rowid(rowid), m_constants(constants),
      m_insert(connection, sql)
{
}

void RowInsert::run(const ImportRow &row)
{
    m_insert.bind(row.name);
    for (const Cell &value : row.values)
        m_insert.bind(value);
    for (const ColumnValue &constant : m_constants)
        m_insert.bind(constant.value);
    m_insert.execute();
}

qint64 RowInsert::announce()
{
    const std::vector<qint64> rowids = m_insert.takeRowids();
    if (m_connection.changeSink() && !rowids.empty()) {
        const Dialect &dialect = m_connection.dialect();
        RowSelection rows;
        rows.table = m_table;
        rows.alias = u"t"_s;
        rows.from = dialect.quoted(m_table) + u" AS t"_s;
        selectRowids(rows, u"t."_s + dialect.quoted(m_rowid), rowids);
        recordInsert(m_connection, rows);
    }
    return static_cast<qint64>(rowids.size());
}

} // namespace tagsmith
