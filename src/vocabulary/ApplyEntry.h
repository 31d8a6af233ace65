// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/UndoRequest.h"
#include "core/Vocabulary.h"
#include "vocabulary/UndoEntry.h"

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** What an undo has left as it is. */
struct SkippedRows
{
    std::vector<RowConflict> rows; ///< the first of them
    qint64 count = 0;
};

/**
 * Puts back the rows of @p entry, which are a copy of those of the operation called @p title; what
 * is not put back is no longer in the entry afterwards. Throws DatabaseError; Conflict with
 * Error::conflicts where rows have changed since and @p request does not skip them.
 */
SkippedRows applyEntry(ScopedConnection &connection, const Vocabulary &vocabulary,
                       const UndoRequest &request, const QString &title, UndoEntry &entry);

} // namespace tagsmith
