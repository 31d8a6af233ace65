// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/StepGroups.h"

#include <algorithm>

namespace tagsmith
{

namespace
{

bool isSameTable(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

class Grouping
{
public:
    explicit Grouping(const std::vector<TableLink> &links) : m_links(links) {}

    void add(StepGroup step)
    {
        const auto others = pendingOf(table(step));
        if (!step.deletes) {
            if (others != m_pending.end())
                flush(); // a value may have to be free
            m_groups.push_back(std::move(step));
        } else if (others == m_pending.end()) {
            m_pending.push_back(std::move(step));
        } else {
            others->parts.insert(others->parts.end(), step.parts.begin(), step.parts.end());
        }
    }

    std::vector<StepGroup> finished()
    {
        flush();
        return std::move(m_groups);
    }

private:
    static const QString &table(const StepGroup &group) { return group.parts.front()->table; }

    std::vector<StepGroup>::iterator pendingOf(const QString &name)
    {
        return std::find_if(m_pending.begin(), m_pending.end(), [&name](const StepGroup &group) {
            return isSameTable(table(group), name);
        });
    }

    bool hasPendingChild(const StepGroup &group)
    {
        return std::any_of(m_links.begin(), m_links.end(), [&](const TableLink &link) {
            return isSameTable(link.parent, table(group)) &&
                   !isSameTable(link.child, link.parent) &&
                   pendingOf(link.child) != m_pending.end();
        });
    }

    void flush()
    {
        while (!m_pending.empty()) {
            auto next =
                std::find_if(m_pending.begin(), m_pending.end(),
                             [this](const StepGroup &group) { return !hasPendingChild(group); });
            if (next == m_pending.end())
                next = m_pending.begin(); // they run in a circle
            m_groups.push_back(std::move(*next));
            m_pending.erase(next);
        }
    }

    const std::vector<TableLink> &m_links;
    std::vector<StepGroup> m_groups;
    std::vector<StepGroup> m_pending; ///< of one table each, which delete
};

} // namespace

std::vector<StepGroup> stepGroups(std::vector<EntryPart> &parts,
                                  const std::vector<TableLink> &links)
{
    Grouping grouping(links);
    for (size_t first = 0; first < parts.size();) {
        StepGroup step;
        step.deletes = true;
        size_t end = first;
        for (; end < parts.size() && parts[end].step == parts[first].step; ++end) {
            step.parts.push_back(&parts[end]);
            step.deletes = step.deletes && !parts[end].hasAfter;
        }
        grouping.add(std::move(step));
        first = end;
    }
    return grouping.finished();
}

} // namespace tagsmith
