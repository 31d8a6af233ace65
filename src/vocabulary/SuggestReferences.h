// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Schema.h"

#include <vector>

namespace tagsmith
{

class ReferenceCandidates;
class ScopedConnection;

/**
 * Columns that look like references to @p vocabulary though nothing declares them: same type, a
 * telling name, and values (of a sample of at most 1,000 rows) that are all keys. The likeliest
 * first. Throws DatabaseError.
 */
std::vector<SuggestedReference> suggestReferences(ScopedConnection &connection,
                                                  const std::vector<TableSchema> &schema,
                                                  const Vocabulary &vocabulary);

/** The same by name and type alone, without looking at a single row. Pure. */
std::vector<SuggestedReference> suggestByName(const std::vector<TableSchema> &schema,
                                              const ReferenceCandidates &candidates,
                                              const Vocabulary &vocabulary);

} // namespace tagsmith
