// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/UndoRequest.h"
#include "database/Schema.h"
#include "vocabulary/RowVersions.h"

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A row in conflict with what the user chose for it, as RowImage::row() makes them. */
struct ResolvedRow
{
    RowVersions versions;
    std::optional<QString> chosen;
};

/**
 * The row that @p resolutions choose for @p versions; nothing where none of them is about it.
 * Throws DatabaseError: Conflict where the row is no longer as it was shown, Usage where a chosen
 * value is of none of the versions, Refused where the row cannot be made of what the journal has.
 */
std::optional<ResolvedRow> resolvedRow(const ScopedConnection &connection,
                                       const std::vector<TableSchema> &schema,
                                       const RowVersions &versions,
                                       const std::vector<RowResolution> &resolutions);

} // namespace tagsmith
