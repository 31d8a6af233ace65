// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Arrangement.h"

#include "core/MatchRows.h"
#include "core/SortRows.h"
#include "core/TextFilter.h"
#include "core/UsesColumns.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace tagsmith
{

namespace
{

using Rows = std::vector<std::uint32_t>;
using SharedRows = std::shared_ptr<const Rows>;

constexpr size_t rowsBetweenChecks = 4096;

Rows allRows(const Snapshot &snapshot)
{
    Rows rows(static_cast<size_t>(snapshot.rowCount()));
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

bool isSorted(const Snapshot &snapshot, const ArrangementRequest &request)
{
    return request.sortColumn >= 0 &&
           request.sortColumn < static_cast<int>(snapshot.columns().size());
}

/** The rows of @p sorted that are in @p matching. */
Rows inOrderOf(const Rows &sorted, const Rows &matching)
{
    std::vector<bool> matches(sorted.size());
    for (const std::uint32_t row : matching)
        matches[row] = true;
    Rows rows;
    rows.reserve(matching.size());
    std::copy_if(sorted.begin(), sorted.end(), std::back_inserter(rows),
                 [&](std::uint32_t row) { return matches[row]; });
    return rows;
}

/** The rows that the filter and the wish for unused tags leave. */
Rows wantedRows(const Snapshot &snapshot, const ArrangementRequest &request,
                const CancelToken &token)
{
    TextFilter filter(request.filter);
    Rows rows = filter.isEmpty() ? allRows(snapshot) : filter.matchingRows(snapshot, token);
    const int column = snapshot.usesColumn();
    if (request.unusedOnly) {
        std::erase_if(rows, [&](std::uint32_t row) {
            return column < 0 || snapshot.utf8(static_cast<int>(row), column) != "0";
        });
    }
    return rows;
}

/** arrange() with all rows sorted already, if @p sorted is there. */
Arrangement arrangeSorted(SnapshotPtr snapshot, const ArrangementRequest &request,
                          const CancelToken &token, SharedRows sorted)
{
    // Few rows are sorted faster by themselves than all rows are.
    constexpr size_t fewRowsRatio = 8;
    Arrangement next;
    next.request = request;
    next.order = wantedRows(*snapshot, request, token);
    if (isSorted(*snapshot, request)) {
        const auto rowCount = static_cast<size_t>(snapshot->rowCount());
        if (!sorted && next.order.size() < rowCount / fewRowsRatio) {
            sortRows(*snapshot, request.sortColumn, request.sortOrder, token, next.order);
        } else {
            if (!sorted) {
                Rows rows = allRows(*snapshot);
                sortRows(*snapshot, request.sortColumn, request.sortOrder, token, rows);
                sorted = std::make_shared<const Rows>(std::move(rows));
            }
            next.order = inOrderOf(*sorted, next.order);
            next.sorted = std::move(sorted);
        }
    }
    token.throwIfCancelled();
    next.snapshot = std::move(snapshot);
    return next;
}

/** For each row of @p previous its row in @p next, or -1; @p matched: that of each snapshot row. */
std::vector<std::int32_t> newRows(const Arrangement &previous, const Arrangement &next,
                                  const std::vector<std::int32_t> &matched)
{
    std::vector<std::int32_t> rowOf(static_cast<size_t>(next.snapshot->rowCount()), -1);
    for (size_t row = 0; row < next.order.size(); ++row)
        rowOf[next.order[row]] = static_cast<std::int32_t>(row);

    std::vector<std::int32_t> rows;
    rows.reserve(previous.order.size());
    for (const std::uint32_t row : previous.order) {
        const std::int32_t match = matched[row];
        rows.push_back(match < 0 ? -1 : rowOf[static_cast<size_t>(match)]);
    }
    return rows;
}

/** Which columns of row @p to of @p next are not as in row @p from of @p previous, if any. */
std::optional<ChangedCells> compareRows(const Arrangement &previous, size_t from,
                                        const Arrangement &next, int to)
{
    const auto oldRow = static_cast<int>(previous.order[from]);
    const auto newRow = static_cast<int>(next.order[static_cast<size_t>(to)]);
    std::optional<ChangedCells> changed;
    for (int column = 0; column < static_cast<int>(next.snapshot->columns().size()); ++column) {
        if (previous.snapshot->sameCell(oldRow, column, *next.snapshot, newRow))
            continue;
        if (!changed)
            changed = ChangedCells{to, to, column, column};
        changed->lastColumn = column;
    }
    return changed;
}

/** Joins neighbouring rows with the same columns; @p cells has one entry for each row. */
std::vector<ChangedCells> joined(std::vector<ChangedCells> cells)
{
    std::sort(cells.begin(), cells.end(), [](const ChangedCells &left, const ChangedCells &right) {
        return left.firstRow < right.firstRow;
    });
    std::vector<ChangedCells> ranges;
    for (const ChangedCells &next : cells) {
        const bool fits = !ranges.empty() && ranges.back().lastRow + 1 == next.firstRow &&
                          std::tie(ranges.back().firstColumn, ranges.back().lastColumn) ==
                              std::tie(next.firstColumn, next.lastColumn);
        if (fits)
            ranges.back().lastRow = next.lastRow;
        else
            ranges.push_back(next);
    }
    return ranges;
}

std::vector<ChangedCells> findChangedCells(const Arrangement &previous,
                                           const ArrangementChange &change,
                                           const CancelToken &token)
{
    std::vector<ChangedCells> cells;
    if (previous.snapshot == change.next.snapshot)
        return cells;
    for (size_t row = 0; row < change.newRowOfOld.size(); ++row) {
        if (row % rowsBetweenChecks == 0)
            token.throwIfCancelled();
        if (const int to = change.newRowOfOld[row]; to >= 0) {
            if (const auto changed = compareRows(previous, row, change.next, to))
                cells.push_back(*changed);
        }
    }
    return joined(std::move(cells));
}

} // namespace

Arrangement arrange(SnapshotPtr snapshot, const ArrangementRequest &request,
                    const CancelToken &token)
{
    return arrangeSorted(std::move(snapshot), request, token, nullptr);
}

ArrangementChange rearrange(const Arrangement &previous, SnapshotPtr snapshot, int keyColumn,
                            const ArrangementRequest &request, const CancelToken &token)
{
    std::vector<std::int32_t> matched;
    if (previous.snapshot) {
        matched = matchRows(*previous.snapshot, *snapshot, keyColumn, token);
        const bool isToBeCounted = snapshot->usesColumn() >= 0 && !hasCountedUses(*snapshot);
        if (isToBeCounted && hasCountedUses(*previous.snapshot))
            snapshot = withUsesOf(*previous.snapshot, *snapshot, matched);
    }
    const bool sameSort = previous.snapshot && request.sortColumn >= 0 &&
                          previous.snapshot->sharesColumn(request.sortColumn, *snapshot) &&
                          previous.request.sortColumn == request.sortColumn &&
                          previous.request.sortOrder == request.sortOrder;
    ArrangementChange change;
    change.next =
        arrangeSorted(std::move(snapshot), request, token, sameSort ? previous.sorted : nullptr);
    if (previous.snapshot) {
        change.newRowOfOld = newRows(previous, change.next, matched);
        change.changedCells = findChangedCells(previous, change, token);
    }
    return change;
}

} // namespace tagsmith
