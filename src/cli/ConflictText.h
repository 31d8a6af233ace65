// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/RowConflict.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** The three versions of the first rows in conflict, field by field, and how many more there are.
 */
QString conflictsText(const std::vector<RowConflict> &conflicts);
/** The names of the rows that an undo left alone, a line each. */
QString skippedText(const std::vector<RowConflict> &skipped);

} // namespace tagsmith
