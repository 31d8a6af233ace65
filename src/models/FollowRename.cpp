// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/FollowRename.h"

#include "models/RowOfText.h"

#include <algorithm>

namespace tagsmith
{

void followRename(const Arrangement &before, const QString &oldKey, const QString &newKey,
                  ArrangementChange &change)
{
    if (!before.snapshot || change.newRowOfOld.size() != before.order.size())
        return;
    const int oldRow = rowOfText(before, before.snapshot->keyColumn(), oldKey);
    const int newRow = rowOfText(change.next, change.next.snapshot->keyColumn(), newKey);
    if (oldRow < 0 || newRow < 0 || change.newRowOfOld[static_cast<size_t>(oldRow)] >= 0)
        return;
    const auto &rows = change.newRowOfOld;
    if (std::find(rows.begin(), rows.end(), newRow) != rows.end())
        return;

    change.newRowOfOld[static_cast<size_t>(oldRow)] = newRow;
    const int lastColumn = static_cast<int>(change.next.snapshot->columns().size()) - 1;
    const auto place =
        std::find_if(change.changedCells.begin(), change.changedCells.end(),
                     [&](const ChangedCells &cells) { return cells.firstRow > newRow; });
    change.changedCells.insert(place, {newRow, newRow, 0, lastColumn});
}

} // namespace tagsmith
