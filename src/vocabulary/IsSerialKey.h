// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/** Whether the database itself numbers the rows of @p table in its key @p column. */
bool isSerialKey(ScopedConnection &connection, const QString &table, const QString &column);

} // namespace tagsmith
