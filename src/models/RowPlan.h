// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tagsmith
{

/** Rows from first on, count of them. */
struct RowRange
{
    int first = 0;
    int count = 0;

    friend bool operator==(const RowRange &, const RowRange &) = default;
};

/** What has to happen to the rows of a table so that they become the rows of another. */
struct RowPlan
{
    std::vector<std::int32_t> oldRowOfNew; ///< -1 where a row is new
    int survivors = 0;                     ///< rows that are in both
    bool inOrder = true;                   ///< the survivors keep their order

    /** In ascending rows of the old and of the new table; only where few is true. */
    std::vector<RowRange> removals;
    std::vector<RowRange> insertions;
    bool few = true; ///< so few ranges that each can be announced by itself
};

/** @p newRowOfOld is as in ArrangementChange; @p newCount is the number of new rows. */
RowPlan planRows(const std::vector<std::int32_t> &newRowOfOld, int newCount);

} // namespace tagsmith
