// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/MysqlSchema.h"

#include <optional>

namespace tagsmith
{

class ScopedConnection;

/**
 * readMysqlTable(), but a table whose definition is, word for word, one that was read before in
 * this process is not read again: information_schema takes longer than an edit. From any thread.
 */
std::optional<SingleTable> readKnownTable(ScopedConnection &connection, const QString &name);

} // namespace tagsmith
