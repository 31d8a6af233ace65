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
 * Renames a tag whose key is its name; every reference that declared foreign keys know of follows.
 * Where they all cascade the key is updated; else the row is copied under the new key, the
 * references are moved, and the old row goes. A new spelling that the database holds to be equal
 * to the old one is always an update, because a copy would collide, and every reference gets it.
 * Throws DatabaseError: Missing, Conflict where another tag has that name, Refused where the row
 * cannot be copied because of another unique column, and what WriteRules.h throws.
 */
Receipt renameTag(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const RenameRequest &request);

} // namespace tagsmith
