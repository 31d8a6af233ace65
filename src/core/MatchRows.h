// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Snapshot.h"

#include <cstdint>
#include <vector>

namespace tagsmith
{

/**
 * For each row of @p before its row in @p after, the one with exactly the same key, or -1. No row
 * of @p after is given twice. Nothing matches where the columns differ. Throws DatabaseError
 * (Cancelled).
 */
std::vector<std::int32_t> matchRows(const Snapshot &before, const Snapshot &after, int keyColumn,
                                    const CancelToken &token);

} // namespace tagsmith
