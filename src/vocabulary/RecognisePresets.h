// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/VocabularyMapping.h"
#include "database/Schema.h"

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * The mappings of every known application whose tables are in @p schema, each installation of it
 * (each table prefix) by itself. Still to be resolved, with Lacking::LeaveOut. Throws
 * DatabaseError.
 */
std::vector<VocabularyMapping> recognisePresets(ScopedConnection &connection,
                                                const std::vector<TableSchema> &schema);

} // namespace tagsmith
