// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/TagChange.h"
#include "core/Vocabulary.h"

namespace tagsmith
{

class ScopedConnection;

/**
 * Renames a tag, in the open transaction, where its name stands: in the key (see renameKey()), in
 * another column, in a JSON member or in the name table. What refers to tags by name follows. The
 * slug stays unless request.newSlug asks for a new one. Throws DatabaseError: Missing, Conflict
 * where another tag has that name or request.shown differs from what was found, Refused where the
 * tag is protected or the row cannot be copied, TooLong and NotStorable where a column that holds
 * names cannot hold the new one, and what WriteRules.h throws.
 */
Receipt renameTag(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const RenameRequest &request);

} // namespace tagsmith
