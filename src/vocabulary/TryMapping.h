// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/MappingTrial.h"

namespace tagsmith
{

class ScopedConnection;

/** Resolves @p mapping and counts what it finds. Reads only; throws DatabaseError. */
MappingTrial tryMapping(ScopedConnection &connection, const VocabularyMapping &mapping);

/** The tables of the database with their columns, by name. Throws DatabaseError. */
std::vector<TableOutline> listTables(ScopedConnection &connection);

} // namespace tagsmith
