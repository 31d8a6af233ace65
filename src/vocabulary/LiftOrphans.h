// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Vocabulary.h"
#include "database/Schema.h"
#include "vocabulary/StoredTags.h"

#include <QtGlobal>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Puts the children of @p tags, which are about to be deleted, beneath the nearest tag above that
 * stays, or at the top. A child with further parents just loses the one. Returns how many tags got
 * another parent; in a dry run a few are added to the samples of @p receipt. Throws DatabaseError.
 */
qint64 liftOrphans(ScopedConnection &connection, const Vocabulary &vocabulary,
                   const std::vector<TableSchema> &schema, const std::vector<StoredTag> &tags,
                   Receipt &receipt);

} // namespace tagsmith
