// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RefusedValues.h"

#include "database/RefusedValue.h"

#include <algorithm>

namespace tagsmith
{

RefusedValues::RefusedValues(const Vocabulary &vocabulary, const std::vector<int> &columns)
    : m_tables(vocabulary.table), m_nameColumn(vocabulary.nameField().name)
{
    if (vocabulary.nameTable)
        m_tables << vocabulary.nameTable->table;
    for (const int column : columns)
        m_columns << vocabulary.columns[static_cast<size_t>(column)].name;
}

Refusal RefusedValues::explain(const ImportRow &row, const QString &reason) const
{
    for (const QString &table : m_tables) {
        QString words = withRefusedValue(reason, table, m_nameColumn, row.name);
        if (!words.isEmpty())
            return {m_nameColumn, words};
        const auto count = std::min(m_columns.size(), static_cast<qsizetype>(row.values.size()));
        for (qsizetype i = 0; i < count; ++i) {
            words =
                withRefusedValue(reason, table, m_columns[i], row.values[static_cast<size_t>(i)]);
            if (!words.isEmpty())
                return {m_columns[i], words};
        }
    }
    return {{}, reason};
}

} // namespace tagsmith
