// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NestedSet.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace tagsmith
{

namespace
{

class Numbering
{
public:
    Numbering(std::vector<NestedNode> &nodes, qint64 root)
        : m_nodes(nodes), m_children(nodes.size()), m_isDone(nodes.size(), false)
    {
        QHash<qint64, size_t> byId;
        for (size_t i = 0; i < nodes.size(); ++i)
            byId.insert(nodes[i].id, i);
        for (size_t i = 0; i < nodes.size(); ++i) {
            const auto parent = byId.constFind(nodes[i].parent);
            if (nodes[i].id == root)
                m_top.insert(m_top.begin(), i);
            else if (parent != byId.constEnd() && *parent != i)
                m_children[*parent].push_back(i);
            else
                m_loose.push_back(i);
        }
        if (!m_top.empty())
            m_next = std::max<qint64>(nodes[m_top.front()].left, 1);
    }

    void run()
    {
        if (m_top.empty())
            m_top = std::exchange(m_loose, {});
        else
            adopt(m_loose);
        if (m_top.size() == 1)
            adoptCircles();
        for (const size_t i : m_top)
            number(i);
        for (size_t i = 0; i < m_nodes.size(); ++i)
            number(i); // what runs in a circle, where there is no root
    }

private:
    void adopt(const std::vector<size_t> &nodes)
    {
        std::vector<size_t> &children = m_children[m_top.front()];
        children.insert(children.end(), nodes.begin(), nodes.end());
    }

    /** Nodes that cannot be reached from the top become children of it. */
    void adoptCircles()
    {
        std::vector<bool> isReached(m_nodes.size(), false);
        const auto reach = [this, &isReached](size_t from) {
            std::vector<size_t> open{from};
            while (!open.empty()) {
                const size_t i = open.back();
                open.pop_back();
                if (isReached[i])
                    continue;
                isReached[i] = true;
                open.insert(open.end(), m_children[i].begin(), m_children[i].end());
            }
        };
        reach(m_top.front());
        std::vector<size_t> found;
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            if (!isReached[i]) {
                found.push_back(i);
                reach(i);
            }
        }
        adopt(found);
    }

    /** Depth first, without a call for each level: a tree may be deep. */
    void number(size_t start)
    {
        if (m_isDone[start])
            return;
        std::vector<std::pair<size_t, size_t>> path; // a node, and which child comes next
        enter(start, path);
        while (!path.empty()) {
            auto &[node, child] = path.back();
            const std::vector<size_t> &children = m_children[node];
            if (child == children.size()) {
                m_nodes[node].right = m_next++;
                path.pop_back();
            } else if (const size_t next = children[child++]; !m_isDone[next]) {
                enter(next, path);
            }
        }
    }

    void enter(size_t node, std::vector<std::pair<size_t, size_t>> &path)
    {
        m_isDone[node] = true;
        m_nodes[node].left = m_next++;
        path.emplace_back(node, 0);
    }

    std::vector<NestedNode> &m_nodes;
    std::vector<std::vector<size_t>> m_children;
    std::vector<bool> m_isDone;
    std::vector<size_t> m_top;
    std::vector<size_t> m_loose; ///< without a parent among the nodes
    qint64 m_next = 1;
};

} // namespace

std::vector<NestedNode> renumberedNestedSet(std::vector<NestedNode> nodes, qint64 root)
{
    std::stable_sort(nodes.begin(), nodes.end(),
                     [](const NestedNode &a, const NestedNode &b) { return a.left < b.left; });
    Numbering(nodes, root).run();
    return nodes;
}

} // namespace tagsmith
