// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Schema.h"
#include "vocabulary/RowVersions.h"
#include "vocabulary/UndoEntry.h"

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * The rows of @p entry, which has been put back, that give an object a tag which it has since by
 * another row, where no unique key forbids that. Doubles that are all in the entry were there
 * before the operation and are none. At most @p limit.
 */
std::vector<RowVersions> doubleTaggings(ScopedConnection &connection, const Vocabulary &vocabulary,
                                        const std::vector<TableSchema> &schema,
                                        const UndoEntry &entry, size_t limit);

} // namespace tagsmith
