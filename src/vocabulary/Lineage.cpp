// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/Lineage.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

#include <numeric>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

Lineage::Lineage(ScopedConnection &connection, const Vocabulary &vocabulary,
                 const Hierarchy &hierarchy, const std::vector<StoredTag> &tags)
    : m_connection(connection), m_vocabulary(vocabulary), m_hierarchy(hierarchy)
{
    std::vector<StoredTag> level;
    for (const StoredTag &tag : tags) {
        if (add(tag))
            level.push_back(tag);
    }
    while (!level.empty())
        level = addLevel(level);
}

bool Lineage::add(const StoredTag &tag)
{
    if (m_positions.contains(tag.key))
        return false;
    m_positions.insert(tag.key, m_tags.size());
    m_tags.push_back(tag);
    return true;
}

/** Adds the parents of @p tags; those that were not known yet. */
std::vector<StoredTag> Lineage::addLevel(const std::vector<StoredTag> &tags)
{
    const QHash<QString, QStringList> byChild =
        m_hierarchy.table.isEmpty() ? parentValues(tags) : parentValuesOfTable(tags);
    QStringList values;
    QStringList children; // of each value
    for (auto child = byChild.begin(); child != byChild.end(); ++child) {
        for (const QString &value : child.value()) {
            values << value;
            children << child.key();
        }
    }
    std::vector<StoredTag> added;
    if (values.isEmpty())
        return added;
    std::vector<int> columns(m_vocabulary.columns.size());
    std::iota(columns.begin(), columns.end(), 0);
    const Column named = ownValues(m_vocabulary, {}, m_hierarchy.target, {}).column;
    const auto found = StoredTags(m_connection, m_vocabulary, columns).findAll(values, named);
    for (const auto &[position, parents] : found) {
        for (const StoredTag &parent : parents) {
            m_parents[children.at(position)] << parent.key;
            if (add(parent))
                added.push_back(parent);
        }
    }
    return added;
}

QHash<QString, QStringList> Lineage::parentValues(const std::vector<StoredTag> &tags) const
{
    QHash<QString, QStringList> values;
    for (const StoredTag &tag : tags) {
        const Cell parent = tagValue(m_vocabulary, tag, m_hierarchy.column);
        if (parent && parent != m_hierarchy.root)
            values[tag.key] << *parent;
    }
    return values;
}

QHash<QString, QStringList> Lineage::parentValuesOfTable(const std::vector<StoredTag> &tags) const
{
    const Dialect &dialect = m_connection.dialect();
    QHash<QString, QStringList> values;
    for (const QStringList &part : inParts(ownValues(m_vocabulary, tags, {}, {}).sources)) {
        const QString child = dialect.quoted(m_hierarchy.childColumn);
        onTable(m_hierarchy.table, [&] {
            Statement statement(
                m_connection, u"SELECT "_s + child + u", "_s + dialect.quoted(m_hierarchy.column) +
                                  u" FROM "_s + dialect.quoted(m_hierarchy.table) + u" WHERE "_s +
                                  child + u" IN ("_s + marks(part.size()) + u')' +
                                  (m_connection.isSqlite() ? u""_s : u" FOR UPDATE"_s));
            for (const QString &key : part)
                bindAs(statement, m_vocabulary.key(), key);
            statement.execute();
            while (statement.next()) {
                const Cell parent = statement.cell(1);
                if (parent && parent != m_hierarchy.root)
                    values[statement.text(0)] << *parent;
            }
        });
    }
    return values;
}

} // namespace tagsmith
