// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/**
 * Throws DatabaseError (TooLong, NotStorable) where @p column, which refers to tags by their names,
 * cannot hold @p name.
 */
void requireFits(ScopedConnection &connection, const Column &column, const QString &name);

} // namespace tagsmith
