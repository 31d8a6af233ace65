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
 * Deletes tags. Tags in use are refused unless the request says withTaggings: then the taggings go
 * first, each as its foreign key declares (the database's own CASCADE, SET NULL or SET DEFAULT);
 * where it declares nothing, a reference that may be NULL is emptied, because its row can live
 * without the tag, and a row with any other reference is deleted. Throws DatabaseError: Missing,
 * Refused with the counts, and what WriteRules.h throws.
 */
Receipt deleteTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                   const DeleteRequest &request);

} // namespace tagsmith
