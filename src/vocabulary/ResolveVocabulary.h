// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Schema.h"

#include <vector>

namespace tagsmith
{

/** What becomes of a part of a mapping that the database lacks. */
enum class Lacking {
    Refuse,  ///< DatabaseError (Missing) that names the table or column: a mapping of the user's
    LeaveOut ///< references, counters and so on are dropped: a preset, which knows several versions
};

/**
 * @p mapping as it fits the tables @p schema: columns with their types, rules of the foreign keys,
 * engines. Declared foreign keys onto the vocabulary that the mapping does not list are added. A
 * reference whose column cannot hold the key (another type, a shorter text) is refused in one
 * sentence that names it. Pure; throws DatabaseError.
 */
Vocabulary resolveVocabulary(const std::vector<TableSchema> &schema,
                             const VocabularyMapping &mapping, Lacking lacking);

/**
 * The reference that @p column of @p table would be, with what its rows are about (objects) worked
 * out from the unique keys: see ObjectKey. Pure.
 */
Reference referenceOf(const TableSchema &table, const QString &column);

} // namespace tagsmith
