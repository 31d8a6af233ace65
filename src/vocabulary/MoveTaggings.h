// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "vocabulary/TagValues.h"

namespace tagsmith
{

class ReferenceTable;

/**
 * Makes the rows of one reference that use the sources of @p tags use the target: those that would
 * repeat a tagging of their object collapse (collapseTaggings()), the others move. In a dry run a
 * few rows are added to the samples of @p receipt. Returns how many rows; throws DatabaseError.
 */
ReferenceCount moveTaggings(const ReferenceTable &table, const TagValues &tags, Receipt &receipt);

} // namespace tagsmith
