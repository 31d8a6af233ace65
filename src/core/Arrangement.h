// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Snapshot.h"

#include <QString>
#include <Qt>

#include <cstdint>
#include <vector>

namespace tagsmith
{

/** Which rows of a snapshot are shown, and in what order. */
struct ArrangementRequest
{
    QString filter;      ///< part of any text column; letter case and accents do not count
    int sortColumn = -1; ///< -1: the snapshot's own order
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    friend bool operator==(const ArrangementRequest &, const ArrangementRequest &) = default;
};

/** A snapshot with the rows to show: row r of the table is row order[r] of the snapshot. */
struct Arrangement
{
    SnapshotPtr snapshot;
    std::vector<std::uint32_t> order;
    ArrangementRequest request;

    int rowCount() const { return static_cast<int>(order.size()); }
};

/** How one arrangement becomes another, worked out away from the GUI thread. */
struct ArrangementChange
{
    Arrangement next;
    /** For each row of the arrangement before: its row in next, or -1 where it is gone. */
    std::vector<std::int32_t> newRowOfOld;
};

/**
 * Filters and sorts. Names sort by the locale's collation with digits as numbers, other columns by
 * their type, NULL first, equal rows in the snapshot's order. Throws DatabaseError (Cancelled).
 */
Arrangement arrange(SnapshotPtr snapshot, const ArrangementRequest &request,
                    const CancelToken &token);

/**
 * Arranges @p snapshot and finds the rows of @p previous in it by their key column, which is
 * @p keyColumn. @p previous may have no snapshot.
 */
ArrangementChange rearrange(const Arrangement &previous, SnapshotPtr snapshot, int keyColumn,
                            const ArrangementRequest &request, const CancelToken &token);

} // namespace tagsmith
