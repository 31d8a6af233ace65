// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/RowImage.h"
#include "vocabulary/RowSource.h"

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/**
 * The statements that put rows of the journal into their table, each for all rows of its source.
 * Throw DatabaseError; Conflict where a value is taken, and then nothing is changed.
 */

/** Deletes the rows with the keys of @p rows. */
void deleteRows(ScopedConnection &connection, const RowImage &image, const RowSource &rows);
/** The same for those that are stored just so, byte for byte; answers how many there were. */
qint64 deleteSameRows(ScopedConnection &connection, const RowImage &image, const RowSource &rows);
void insertRows(ScopedConnection &connection, const RowImage &image, const RowSource &rows);
/** Sets all columns but the key in the rows with the keys of @p rows. */
void updateRows(ScopedConnection &connection, const RowImage &image, const RowSource &rows);

/** The image of a row behind another one in one array, for replaceRows(). */
RowImage pairedImage(const ScopedConnection &connection, const TableSchema &table,
                     const RowImage &image);
/** Sets all columns, the key too: @p pairs has the row as it is and, behind it, as it becomes. */
void replaceRows(ScopedConnection &connection, const RowImage &paired, const RowSource &pairs);

} // namespace tagsmith
