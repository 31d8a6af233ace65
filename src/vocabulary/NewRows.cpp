// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NewRows.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NameList.h"
#include "vocabulary/TagTable.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

NewRows::NewRows(ScopedConnection &connection, const Vocabulary &vocabulary,
                 const QStringList &names)
    : m_connection(connection), m_vocabulary(vocabulary), m_names(jsonArray(names))
{
    if (vocabulary.keyIsName())
        return; // a key is there only once
    const TagTable table(connection.dialect(), vocabulary);
    Statement statement(connection, u"SELECT "_s + table.selected(vocabulary.key()) + u" FROM "_s +
                                        from() +
                                        (connection.isSqlite() ? QString() : u" FOR UPDATE"_s));
    statement.bind(m_names).execute();
    while (statement.next())
        m_earlier << statement.text(0);
}

QString NewRows::from() const
{
    const Dialect &dialect = m_connection.dialect();
    const Column &name = m_vocabulary.nameField();
    const QString join = m_connection.isSqlite() ? u" CROSS JOIN "_s : u" STRAIGHT_JOIN "_s;
    const QString own = dialect.quoted(m_vocabulary.table) + u" AS t"_s;
    const QString isWanted = TagTable(dialect, m_vocabulary).expression(name) + u" = w.name"_s;
    const QString sql = dialect.nameList(name, u"w"_s) + join;
    if (name.table.isEmpty())
        return sql + own + u" ON "_s + isWanted;
    const NameTable &names = *m_vocabulary.nameTable;
    return sql + dialect.quoted(names.table) + u" AS n ON "_s + isWanted + join + own +
           u" ON t."_s + dialect.quoted(names.tagColumn) + u" = n."_s + dialect.quoted(names.key);
}

RowSelection NewRows::made() const
{
    RowSelection rows;
    rows.table = m_vocabulary.table;
    rows.alias = u"t"_s;
    rows.from = from();
    const Column &key = m_vocabulary.key();
    if (!m_earlier.isEmpty()) {
        const Dialect &dialect = m_connection.dialect();
        rows.where = TagTable(dialect, m_vocabulary).key() + u" NOT IN (SELECT e.name FROM "_s +
                     dialect.nameList(key, u"e"_s) + u')';
    }
    rows.bind = [this](Statement &statement) {
        statement.bind(m_names);
        if (!m_earlier.isEmpty())
            statement.bind(jsonArray(m_earlier));
    };
    return rows;
}

} // namespace tagsmith
