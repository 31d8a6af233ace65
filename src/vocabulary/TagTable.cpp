// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TagTable.h"

#include "database/Dialect.h"
#include "database/Statement.h"

#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

TagTable::TagTable(const Dialect &dialect, const Vocabulary &vocabulary)
    : m_dialect(dialect), m_vocabulary(vocabulary)
{
}

QString TagTable::from() const
{
    const QString own = m_dialect.quoted(m_vocabulary.table) + u" AS t"_s;
    if (!m_vocabulary.nameTable)
        return own;
    const NameTable &names = *m_vocabulary.nameTable;
    return own + u" JOIN "_s + m_dialect.quoted(names.table) + u" AS n ON n."_s +
           m_dialect.quoted(names.key) + u" = t."_s + m_dialect.quoted(names.tagColumn);
}

QString TagTable::scope() const
{
    QStringList conditions;
    for (const ColumnValue &condition : m_vocabulary.scope)
        conditions << u"t."_s + m_dialect.quoted(condition.column) +
                          (condition.value ? u" = ?"_s : u" IS NULL"_s);
    return conditions.isEmpty() ? u"1 = 1"_s : conditions.join(u" AND "_s);
}

void TagTable::bindScope(Statement &statement) const
{
    for (const ColumnValue &condition : m_vocabulary.scope) {
        if (!condition.value)
            continue;
        const int column = m_vocabulary.indexOf(condition.column);
        if (column < 0)
            statement.bind(*condition.value);
        else
            bindAs(statement, m_vocabulary.columns[static_cast<size_t>(column)], condition.value);
    }
}

QString TagTable::expression(const Column &column) const
{
    return m_dialect.expression(column, column.table.isEmpty() ? u"t"_s : u"n"_s);
}

QString TagTable::selected(const Column &column) const
{
    return m_dialect.selected(column, column.table.isEmpty() ? u"t"_s : u"n"_s);
}

QString TagTable::key() const
{
    return expression(m_vocabulary.key());
}

void bindAs(Statement &statement, const Column &column, const Cell &value)
{
    bool isNumber = false;
    const qint64 number =
        value && column.type == ColumnType::Integer ? value->toLongLong(&isNumber) : 0;
    if (isNumber)
        statement.bind(number);
    else
        statement.bind(value);
}

} // namespace tagsmith
