// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"

#include <vector>

namespace tagsmith
{

/** readSchema() for SQLite, from sqlite_schema and the pragma functions. */
std::vector<TableSchema> readSqliteSchema(ScopedConnection &connection);

} // namespace tagsmith
