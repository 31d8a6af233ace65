// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RecordChanges.h"

#include "database/ChangeSink.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

namespace tagsmith
{

void recordDelete(ScopedConnection &connection, const RowSelection &rows)
{
    if (ChangeSink *sink = connection.changeSink())
        sink->beforeDelete(rows);
}

void recordInsert(ScopedConnection &connection, const RowSelection &rows)
{
    if (ChangeSink *sink = connection.changeSink())
        sink->afterInsert(rows);
}

QString valuesToReturn(ScopedConnection &connection, const QString &table)
{
    ChangeSink *sink = connection.changeSink();
    return sink ? sink->valuesToReturn(table) : QString();
}

void recordReturned(ScopedConnection &connection, const QString &table, const QByteArrayList &rows)
{
    connection.changeSink()->insertReturned(table, rows);
}

RecordedUpdate::RecordedUpdate(ScopedConnection &connection, const RowSelection &rows,
                               const QStringList &columns,
                               const std::vector<ColumnValue> &newValues)
    : m_sink(connection.changeSink())
{
    if (m_sink)
        m_sink->beforeUpdate(rows, columns, newValues);
}

RecordedUpdate::~RecordedUpdate()
{
    if (m_sink)
        m_sink->updateFailed();
}

void RecordedUpdate::done()
{
    if (m_sink)
        m_sink->afterUpdate();
    m_sink = nullptr;
}

} // namespace tagsmith
