// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Schema.h"
#include "vocabulary/StoredTags.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Throws DatabaseError (Refused, naming the table) where a declared foreign key still points at
 * one of @p tags (as chosenTags() reads them), or at its row of the name table that is not one of
 * @p shared: deleting the tag would fail, or take rows with it that nobody has counted.
 */
void requireUnreferenced(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const std::vector<TableSchema> &schema, const std::vector<StoredTag> &tags,
                         const QStringList &shared);

} // namespace tagsmith
