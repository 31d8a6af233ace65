// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/TagValues.h"

#include <QtGlobal>

namespace tagsmith
{

class ReferenceTable;

/**
 * Deletes those rows of the sources that would be a second tagging of the same object once all
 * their tags are the target; none of the target's own. What a row that goes tells about other
 * objects is kept (keepOtherObjects()). At most maxListedValues sources. Returns how many rows
 * went. Throws DatabaseError.
 */
qint64 collapseTaggings(const ReferenceTable &table, const TagValues &tags);

} // namespace tagsmith
