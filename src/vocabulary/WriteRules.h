// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/TagChange.h"
#include "core/Vocabulary.h"

#include <QString>

#include <vector>

namespace tagsmith
{

class StoredTags;
struct StoredTag;

/** Throws DatabaseError (Refused) where a write could not be rolled back. */
void requireTransactions(const Vocabulary &vocabulary);

/** Throws DatabaseError where @p name cannot be stored as a tag's name; asks the database too. */
void requireName(const StoredTags &stored, const Vocabulary &vocabulary, const QString &name);

/**
 * The columns that @p values name, as indices. Throws DatabaseError (Usage, InvalidValue, TooLong,
 * NotStorable) for a column that is missing, computed, the name itself, or named twice, and for a
 * value that does not fit.
 */
std::vector<int> requireColumns(const Vocabulary &vocabulary,
                                const std::vector<ColumnValue> &values);

/** The error (Missing) that there is no tag called @p name. */
DatabaseError missingTag(const QString &name);

/** The stored tag called @p name; throws missingTag(). */
StoredTag requireStored(const StoredTags &stored, const QString &name);

} // namespace tagsmith
