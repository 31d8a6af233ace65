// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RowPlan.h"

namespace tagsmith
{

namespace
{

/** Each range costs a walk over the rows behind it, here and in the view. */
constexpr std::size_t maxRanges = 16;

/** The stretches of -1 in @p rows; false where there are too many. */
bool findGaps(const std::vector<std::int32_t> &rows, std::vector<RowRange> &gaps)
{
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row] >= 0)
            continue;
        const int position = static_cast<int>(row);
        if (!gaps.empty() && gaps.back().first + gaps.back().count == position)
            ++gaps.back().count;
        else if (gaps.size() < maxRanges)
            gaps.push_back({position, 1});
        else
            return false;
    }
    return true;
}

} // namespace

RowPlan planRows(const std::vector<std::int32_t> &newRowOfOld, int newCount)
{
    RowPlan plan;
    plan.oldRowOfNew.assign(static_cast<std::size_t>(newCount), -1);
    std::int32_t last = -1;
    for (std::size_t row = 0; row < newRowOfOld.size(); ++row) {
        const std::int32_t newRow = newRowOfOld[row];
        if (newRow < 0)
            continue;
        plan.oldRowOfNew[static_cast<std::size_t>(newRow)] = static_cast<std::int32_t>(row);
        plan.inOrder = plan.inOrder && newRow > last;
        last = newRow;
        ++plan.survivors;
    }
    plan.few = plan.inOrder && findGaps(newRowOfOld, plan.removals) &&
               findGaps(plan.oldRowOfNew, plan.insertions);
    return plan;
}

} // namespace tagsmith
