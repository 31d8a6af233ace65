// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace tagsmith
{

/** A node of a tree that is kept both by parents and as a nested set. */
struct NestedNode
{
    qint64 id = 0;
    qint64 parent = 0;
    qint64 left = 0;
    qint64 right = 0;

    friend bool operator==(const NestedNode &, const NestedNode &) = default;
};

/**
 * @p nodes with left and right as their parents demand; brothers stay in the order of their left.
 * The node @p root encloses all, and also such as have no parent among the nodes or run in a
 * circle; where it is not there, numbering begins at 1. Pure.
 */
std::vector<NestedNode> renumberedNestedSet(std::vector<NestedNode> nodes, qint64 root);

} // namespace tagsmith
