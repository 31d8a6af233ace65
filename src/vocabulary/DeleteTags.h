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
 * Deletes tags, in the open transaction. Tags in use are refused unless the request says
 * withTaggings: then the taggings go first (see removeTaggings()). Children are lifted, properties
 * go, what other tags share stays. Throws DatabaseError: Missing, Refused where tags are in use
 * (with the counts) or protected, Conflict where request.shown differs from what was found, and
 * what WriteRules.h throws.
 */
Receipt deleteTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                   const DeleteRequest &request);

} // namespace tagsmith
