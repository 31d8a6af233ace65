// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"

#include <vector>

namespace tagsmith
{

/** Whether a table of @p engine ("InnoDB") takes part in transactions. */
bool canRollBack(const QString &engine);

/** readSchema() for MySQL and MariaDB, from information_schema; one statement for each fact. */
std::vector<TableSchema> readMysqlSchema(ScopedConnection &connection);

} // namespace tagsmith
