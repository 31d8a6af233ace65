// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/StoredTags.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NameList.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/TagTable.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

StoredTags::StoredTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                       const std::vector<int> &columns)
    : m_connection(connection), m_vocabulary(vocabulary), m_columns(columns)
{
}

QString StoredTags::findSql(const Column &column) const
{
    const Dialect &dialect = m_connection.dialect();
    const TagTable table(dialect, m_vocabulary);
    QString sql = u"SELECT w.position, "_s + table.selected(m_vocabulary.key()) + u", "_s +
                  table.selected(m_vocabulary.nameField());
    for (const int read : m_columns)
        sql += u", "_s + table.selected(m_vocabulary.columns[static_cast<size_t>(read)]);

    // The order of the joins is fixed, to keep the server from scanning the table for a few names.
    const QString join = m_connection.isSqlite() ? u" CROSS JOIN "_s : u" STRAIGHT_JOIN "_s;
    const QString own = dialect.quoted(m_vocabulary.table) + u" AS t"_s;
    const QString isWanted = table.expression(column) + u" = w.name"_s;
    sql += u" FROM "_s + dialect.nameList(column, u"w"_s) + join;
    if (const auto &names = m_vocabulary.nameTable) {
        const QString other = dialect.quoted(names->table) + u" AS n"_s;
        const QString belongs =
            u"n."_s + dialect.quoted(names->key) + u" = t."_s + dialect.quoted(names->tagColumn);
        const bool isOwn = column.table.isEmpty();
        sql += (isOwn ? own : other) + u" ON "_s + isWanted + join + (isOwn ? other : own) +
               u" ON "_s + belongs;
    } else {
        sql += own + u" ON "_s + isWanted;
    }
    sql += u" WHERE "_s + table.scope();
    return m_connection.isSqlite() ? sql : sql + u" FOR UPDATE"_s;
}

void StoredTags::forEach(const QStringList &values, const Column &column, const Found &found) const
{
    onTags(m_vocabulary, [&] {
        Statement statement(m_connection, findSql(column));
        statement.bind(jsonArray(values));
        TagTable(m_connection.dialect(), m_vocabulary).bindScope(statement);
        statement.execute();
        while (statement.next()) {
            StoredTag tag{statement.text(1), statement.text(2), {}};
            tag.values.reserve(m_columns.size());
            for (size_t i = 0; i < m_columns.size(); ++i)
                tag.values.push_back(statement.cell(static_cast<int>(i) + 3));
            found(static_cast<int>(statement.integer(0)), std::move(tag));
        }
    });
}

std::map<int, std::vector<StoredTag>> StoredTags::findAll(const QStringList &values,
                                                          const Column &column) const
{
    std::map<int, std::vector<StoredTag>> all;
    forEach(values, column,
            [&all](int position, StoredTag tag) { all[position].push_back(std::move(tag)); });
    return all;
}

std::map<int, StoredTag> StoredTags::find(const QStringList &names) const
{
    std::map<int, StoredTag> firsts;
    forEach(names, m_vocabulary.nameField(), [&](int position, StoredTag tag) {
        const auto first = firsts.find(position);
        if (first == firsts.end())
            firsts.emplace(position, std::move(tag));
        else if (tag.name == names.at(position) && first->second.name != tag.name)
            first->second = std::move(tag);
    });
    return firsts;
}

std::optional<StoredTag> StoredTags::find(const QString &name) const
{
    auto found = find(QStringList{name});
    if (found.empty())
        return std::nullopt;
    return std::move(found.begin()->second);
}

std::map<int, int> StoredTags::findTwins(const QStringList &names) const
{
    const Dialect &dialect = m_connection.dialect();
    const Column &nameField = m_vocabulary.nameField();
    // The name of the list has the column's collation on MariaDB; on SQLite it is given here.
    const QString name =
        m_connection.isSqlite() ? dialect.collated(u"n.name"_s, nameField) : u"n.name"_s;
    Statement statement(
        m_connection, u"SELECT d.position, d.leader FROM (SELECT n.position, MIN(n.position) OVER "
                      "(PARTITION BY "_s +
                          name + u") AS leader FROM "_s + dialect.nameList(nameField, u"n"_s) +
                          u") AS d WHERE d.position <> d.leader"_s);
    std::map<int, int> twins;
    statement.bind(jsonArray(names)).execute();
    while (statement.next())
        twins.emplace(static_cast<int>(statement.integer(0)),
                      static_cast<int>(statement.integer(1)));
    return twins;
}

std::vector<int> StoredTags::findNotStorable(const QStringList &names) const
{
    const Dialect &dialect = m_connection.dialect();
    const Column &nameField = m_vocabulary.nameField();
    const QString condition = dialect.notStorable(nameField, u"n"_s);
    std::vector<int> positions;
    if (condition.isEmpty())
        return positions;
    Statement statement(m_connection, u"SELECT n.position FROM "_s +
                                          dialect.nameList(nameField, u"n"_s) + u" WHERE "_s +
                                          condition);
    statement.bind(jsonArray(names)).execute();
    while (statement.next())
        positions.push_back(static_cast<int>(statement.integer(0)));
    return positions;
}

} // namespace tagsmith
