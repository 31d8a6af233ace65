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
 * Adds to @p mapping, as its preset's file gives it, what only the database itself knows: which
 * tables of a Drupal site hold terms, for example. Called before it is resolved; does nothing for
 * most presets. Throws DatabaseError.
 */
void discoverPreset(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                    VocabularyMapping &mapping);

} // namespace tagsmith
