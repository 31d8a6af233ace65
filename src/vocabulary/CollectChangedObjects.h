// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "vocabulary/TagValues.h"

namespace tagsmith
{

class ReferenceTable;

/**
 * The objects whose tags a change of the sources of @p tags is about to change, each once, for a
 * search index. Where there are more than 10,000, those beyond are counted by their rows. Throws
 * DatabaseError.
 */
ChangedObjects collectChangedObjects(const ReferenceTable &table, const TagValues &tags);

} // namespace tagsmith
