// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/RowSource.h"

#include <QSet>

namespace tagsmith
{

class RowImage;
class ScopedConnection;

/**
 * Rows of a table of MySQL or MariaDB whose rows no key tells apart: equal ones are as many as
 * they are, and which of them goes does not matter.
 */

/** The places (from 0) of those of @p rows that are not stored (any more), or not so often. */
QSet<qint64> missingTwins(ScopedConnection &connection, const RowImage &image,
                          const QStringList &rows);

/** Deletes one stored row for each of @p rows; all of them are there. */
void deleteTwins(ScopedConnection &connection, const RowImage &image, const QStringList &rows);

} // namespace tagsmith
