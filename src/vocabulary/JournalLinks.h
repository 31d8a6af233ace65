// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/**
 * Writes down that the operation @p id took back @p undone: that one is undone by it, and where it
 * was an undo itself, what it had taken back is in force again, and so on along the chain.
 */
void linkUndo(ScopedConnection &connection, const QString &id, const QString &undone);

} // namespace tagsmith
