// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/TagValues.h"

namespace tagsmith
{

class ReferenceTable;

/** How many rows of @p table refer to the sources of @p tags. Throws DatabaseError. */
qint64 countRows(const ReferenceTable &table, const TagValues &tags);

/**
 * Takes the sources of @p tags, which are about to be deleted, from the rows of one reference: as
 * its foreign key declares, which the database does by itself (CASCADE, SET NULL, SET DEFAULT);
 * where it declares nothing, a reference that may be NULL is emptied, because its row can live
 * without the tag, and any other row is deleted. The row of a link (with Reference::objects) cannot
 * live without the tag. Throws DatabaseError.
 */
void removeTaggings(const ReferenceTable &table, const TagValues &tags);

/** Deletes the rows of @p table that use one of @p tags (maxListedValues at most). */
void deleteUsing(const ReferenceTable &table, const QStringList &tags);

} // namespace tagsmith
