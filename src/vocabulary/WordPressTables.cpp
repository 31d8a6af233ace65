// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/WordPressTables.h"

#include "database/ScopedConnection.h"
#include "vocabulary/TableColumns.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

WordPressTables::WordPressTables(ScopedConnection &connection, const Vocabulary &vocabulary)
    : m_connection(connection),
      m_prefix(vocabulary.table.chopped(QStringLiteral("term_taxonomy").size()))
{
    for (const ColumnValue &condition : vocabulary.scope) {
        if (condition.column == "taxonomy"_L1)
            m_taxonomy = condition.value.value_or(QString());
    }
}

bool WordPressTables::has(const QString &table) const
{
    return !tableColumns(m_connection, m_prefix + table).isEmpty();
}

QString WordPressTables::quoted(const QString &table) const
{
    return m_connection.dialect().quoted(named(table));
}

} // namespace tagsmith
