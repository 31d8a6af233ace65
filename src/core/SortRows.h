// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Snapshot.h"

#include <Qt>

#include <cstdint>
#include <vector>

namespace tagsmith
{

/**
 * Sorts @p rows, which are rows of @p snapshot in ascending order, by a column: text by the
 * locale's collation with digits as numbers, numbers by value, dates and binary data by their
 * text. NULL counts as the smallest value; equal rows stay in the snapshot's order, whatever
 * @p order. Throws DatabaseError (Cancelled).
 */
void sortRows(const Snapshot &snapshot, int column, Qt::SortOrder order, const CancelToken &token,
              std::vector<std::uint32_t> &rows);

} // namespace tagsmith
