// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Schema.h"
#include "vocabulary/TableLinks.h"
#include "vocabulary/UndoEntry.h"

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** What an undo has to know of the database. */
struct EntrySchema
{
    std::vector<TableSchema> tables;
    std::vector<TableLink> links;
};

/**
 * All of it; but of a few changed rows, with no column that a row of another table could refer to,
 * only their table, which takes far less time than everything. @p all: other rows may change too.
 */
EntrySchema readEntrySchema(ScopedConnection &connection, const Vocabulary &vocabulary,
                            const UndoEntry &entry, bool all);

} // namespace tagsmith
