// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Snapshot.h"

#include <QString>
#include <Qt>

#include <cstdint>
#include <memory>
#include <vector>

namespace tagsmith
{

/** Which rows of a snapshot are shown, and in what order. */
struct ArrangementRequest
{
    /** Words that must all occur in text columns; letter case and accents do not count. */
    QString filter;
    int sortColumn = -1; ///< -1: the snapshot's own order
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    /** Only tags that are known to have no uses; needs a snapshot with uses. */
    bool unusedOnly = false;

    friend bool operator==(const ArrangementRequest &, const ArrangementRequest &) = default;
};

/** A snapshot with the rows to show: row r of the table is row order[r] of the snapshot. */
struct Arrangement
{
    SnapshotPtr snapshot;
    std::vector<std::uint32_t> order;
    ArrangementRequest request;
    /** Every row of the snapshot as request sorts it, so that a new filter need not sort again. */
    std::shared_ptr<const std::vector<std::uint32_t>> sorted = nullptr;

    int rowCount() const { return static_cast<int>(order.size()); }
};

/** Neighbouring rows of a table in which the same columns have changed; both ends are included. */
struct ChangedCells
{
    int firstRow = 0;
    int lastRow = 0;
    int firstColumn = 0;
    int lastColumn = 0;

    friend bool operator==(const ChangedCells &, const ChangedCells &) = default;
};

/** How one arrangement becomes another, worked out away from the GUI thread. */
struct ArrangementChange
{
    Arrangement next;
    /** For each row of the arrangement before: its row in next, or -1 where it is gone. */
    std::vector<std::int32_t> newRowOfOld;
    /** Where rows of next that were there before show something else now, in ascending order. */
    std::vector<ChangedCells> changedCells = {};
};

/**
 * Filters and sorts. Names sort by the locale's collation with digits as numbers, other columns by
 * their type; NULL counts as the smallest value; equal rows keep the snapshot's order. Throws
 * DatabaseError (Cancelled).
 */
Arrangement arrange(SnapshotPtr snapshot, const ArrangementRequest &request,
                    const CancelToken &token);

/**
 * Arranges @p snapshot and finds the rows of @p previous in it by their key column, which is
 * @p keyColumn. @p previous may have no snapshot. Where the uses in @p snapshot are still to be
 * counted, next shows those that @p previous knows.
 */
ArrangementChange rearrange(const Arrangement &previous, SnapshotPtr snapshot, int keyColumn,
                            const ArrangementRequest &request, const CancelToken &token);

} // namespace tagsmith
