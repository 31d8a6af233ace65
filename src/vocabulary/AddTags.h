// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/TagChange.h"
#include "core/Vocabulary.h"
#include "vocabulary/StoredTags.h"

#include <optional>

namespace tagsmith
{

class ScopedConnection;

/**
 * Adds the tags of @p request. Throws DatabaseError: Conflict where the database holds a name to be
 * equal to a stored one (or to another of the request), and what WriteRules.h throws.
 */
Receipt addTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                const AddRequest &request);

/**
 * The stored tag that keeps the first tag of @p request from being added, with all its columns;
 * nothing where there is none.
 */
std::optional<StoredTag> tagInTheWay(ScopedConnection &connection, const Vocabulary &vocabulary,
                                     const AddRequest &request);

} // namespace tagsmith
