// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QStringList>

namespace tagsmith
{

class ScopedConnection;

/**
 * The tables of @p vocabulary whose engine cannot roll back now: it may have changed since the
 * vocabulary was found. Throws DatabaseError.
 */
QStringList tablesWithoutRollback(ScopedConnection &connection, const Vocabulary &vocabulary);

} // namespace tagsmith
