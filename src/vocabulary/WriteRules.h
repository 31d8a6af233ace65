// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/Receipt.h"
#include "core/TagChange.h"
#include "core/Vocabulary.h"

#include <QString>

#include <optional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;
class StoredTags;

/**
 * Throws DatabaseError (Refused) where a write could not be rolled back: where the engine of the
 * vocabulary's table, or of one that belongs to it, has no transactions, or has none any more.
 */
void requireTransactions(ScopedConnection &connection, const Vocabulary &vocabulary);

/** Throws DatabaseError where @p name cannot be stored as a tag's name; asks the database too. */
void requireName(const StoredTags &stored, const Vocabulary &vocabulary, const QString &name);

/**
 * The columns that @p values name, as indices. Throws DatabaseError (Usage, InvalidValue, TooLong,
 * NotStorable) for a column that is missing, not settable, or named twice, and for a value that
 * does not fit.
 */
std::vector<int> requireColumns(const Vocabulary &vocabulary,
                                const std::vector<ColumnValue> &values);

/** Why @p column, an index, cannot be filled by hand; nothing where it can. */
std::optional<QString> whyNotSettable(const Vocabulary &vocabulary, int column);

/** Throws DatabaseError (Refused, with the reason) where tags cannot be added here. */
void requireAdding(const Vocabulary &vocabulary);

/** The sentence that a change of the row with the name reaches other tags than “@p name”. */
QString sharedNameWarning(const Vocabulary &vocabulary, const QString &name);

/** Warns of columns that look like references and were not followed: nobody has confirmed them. */
void warnOfUnconfirmed(const Vocabulary &vocabulary, Receipt &receipt);

/** The error (Missing) that there is no tag called @p nameOrKey. */
DatabaseError missingTag(const QString &nameOrKey, TagAddress address = TagAddress::Name);

} // namespace tagsmith
