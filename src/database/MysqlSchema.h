// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"

#include <optional>
#include <vector>

namespace tagsmith
{

/** Whether a table of @p engine ("InnoDB") takes part in transactions. */
bool canRollBack(const QString &engine);

/** readSchema() for MySQL and MariaDB, from information_schema; one statement for each fact. */
std::vector<TableSchema> readMysqlSchema(ScopedConnection &connection);

/** One table without its foreign keys. */
struct SingleTable
{
    TableSchema schema;
    QStringList indexedColumns; ///< of any index
};

/** Much faster than readMysqlSchema(); nothing where there is no such table. */
std::optional<SingleTable> readMysqlTable(ScopedConnection &connection, const QString &name);

} // namespace tagsmith
