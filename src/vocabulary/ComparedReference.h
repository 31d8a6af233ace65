// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/**
 * The column of @p reference as its foreign key compares it, for a condition in SQL: SQLite does
 * so in the collation of the column referred to, whatever the column's own is; the servers demand
 * that both are the same.
 */
QString comparedReference(const ScopedConnection &connection, const Vocabulary &vocabulary,
                          const Reference &reference);

} // namespace tagsmith
