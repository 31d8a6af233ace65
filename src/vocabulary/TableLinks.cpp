// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TableLinks.h"

#include <algorithm>

namespace tagsmith
{

namespace
{

/** @p names as @p table spells them; nothing where it lacks one. */
std::optional<QStringList> spelled(const TableSchema &table, const QStringList &names)
{
    QStringList found;
    for (const QString &name : names) {
        const Column *column = table.find(name);
        if (!column)
            return std::nullopt;
        found << column->name;
    }
    return found;
}

class LinkList
{
public:
    explicit LinkList(const std::vector<TableSchema> &schema) : m_schema(schema) {}

    void add(TableLink link)
    {
        const TableSchema *child = findTable(m_schema, link.child);
        const TableSchema *parent = findTable(m_schema, link.parent);
        const auto columns = child ? spelled(*child, link.columns) : std::nullopt;
        const auto targets = parent ? spelled(*parent, link.targets) : std::nullopt;
        if (!columns || !targets || columns->isEmpty() || columns->size() != targets->size())
            return;
        link.child = child->name;
        link.parent = parent->name;
        link.columns = *columns;
        link.targets = *targets;
        if (std::find(m_links.begin(), m_links.end(), link) == m_links.end())
            m_links.push_back(std::move(link));
    }
    std::vector<TableLink> links() const { return m_links; }

private:
    const std::vector<TableSchema> &m_schema;
    std::vector<TableLink> m_links;
};

void addHierarchy(LinkList &list, const Vocabulary &vocabulary)
{
    if (!vocabulary.hierarchy)
        return;
    const Hierarchy &hierarchy = *vocabulary.hierarchy;
    const QString target = hierarchy.target.isEmpty() ? vocabulary.keyName : hierarchy.target;
    const bool isBeside = !hierarchy.table.isEmpty();
    list.add({isBeside ? hierarchy.table : vocabulary.table,
              {hierarchy.column},
              vocabulary.table,
              {target},
              isBeside ? std::vector<ColumnValue>() : vocabulary.scope,
              hierarchy.root});
    if (isBeside)
        list.add(
            {hierarchy.table, {hierarchy.childColumn}, vocabulary.table, {vocabulary.keyName}});
}

} // namespace

std::vector<TableLink> tableLinks(const std::vector<TableSchema> &schema,
                                  const Vocabulary &vocabulary)
{
    LinkList list(schema);
    for (const TableSchema &table : schema) {
        for (const ForeignKey &key : table.foreignKeys)
            list.add({table.name, key.columns, key.table, key.targetColumns});
    }
    for (const Reference &reference : vocabulary.references) {
        list.add({reference.table,
                  {reference.column},
                  vocabulary.table,
                  {reference.target.isEmpty() ? vocabulary.keyName : reference.target},
                  reference.scope});
    }
    addHierarchy(list, vocabulary);
    if (const auto &names = vocabulary.nameTable)
        list.add({vocabulary.table, {names->tagColumn}, names->table, {names->key}});
    return list.links();
}

} // namespace tagsmith
