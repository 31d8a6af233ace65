// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"

namespace tagsmith
{

class ScopedConnection;

/** The rule of this database. */
Retention readRetention(ScopedConnection &connection);

/**
 * Drops the operations that the retention rule no longer keeps, but never @p current, which takes
 * @p bytes. One statement where there is nothing to drop.
 */
void dropWhatIsNotKept(ScopedConnection &connection, qint64 current, qint64 bytes);

/** Drops the operations before @p before (UTC) but @p kept; answers how many. */
qint64 dropOperationsBefore(ScopedConnection &connection, const QDateTime &before, qint64 kept);

} // namespace tagsmith
