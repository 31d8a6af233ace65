// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/StoredTags.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NameList.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

StoredTags::StoredTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                       const std::vector<int> &columns)
    : m_connection(connection), m_vocabulary(vocabulary), m_columns(columns)
{
}

std::map<int, StoredTag> StoredTags::find(const QStringList &names) const
{
    const Dialect &dialect = m_connection.dialect();
    const Column &nameField = m_vocabulary.nameField();
    const QString nameColumn = u"t."_s + dialect.quoted(nameField.name);
    QString sql =
        u"SELECT n.position, t."_s + dialect.quoted(m_vocabulary.key().name) + u", "_s + nameColumn;
    for (const int column : m_columns)
        sql += u", "_s + dialect.selected(m_vocabulary.columns[static_cast<size_t>(column)]);
    // The straight join keeps the server from scanning the table for a few names.
    sql += u" FROM "_s + dialect.nameList(nameField, u"n"_s) +
           (m_connection.isSqlite() ? u" CROSS JOIN "_s : u" STRAIGHT_JOIN "_s) +
           dialect.quoted(m_vocabulary.table) + u" AS t ON "_s + nameColumn + u" = n.name"_s;
    if (!m_connection.isSqlite())
        sql += u" FOR UPDATE"_s;

    std::map<int, StoredTag> found;
    Statement statement(m_connection, sql);
    statement.bind(jsonArray(names)).execute();
    while (statement.next()) {
        StoredTag tag{statement.text(1), statement.text(2), {}};
        tag.values.reserve(m_columns.size());
        for (size_t i = 0; i < m_columns.size(); ++i)
            tag.values.push_back(statement.cell(static_cast<int>(i) + 3));
        found.emplace(static_cast<int>(statement.integer(0)), std::move(tag));
    }
    return found;
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
