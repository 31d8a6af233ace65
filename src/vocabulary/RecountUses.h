// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Vocabulary.h"
#include "database/Schema.h"
#include "vocabulary/StoredTags.h"

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Counts the uses of @p tag (as chosenTags() has read it) anew for each counter, by its rule, and
 * stores the numbers. Throws DatabaseError.
 */
std::vector<CounterChange> recountUses(ScopedConnection &connection, const Vocabulary &vocabulary,
                                       const std::vector<TableSchema> &schema,
                                       const StoredTag &tag);

} // namespace tagsmith
