// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/RowSource.h"

#include <QString>

#include <optional>
#include <vector>

namespace tagsmith
{

class RowImage;
class ScopedConnection;

/** A row of the journal beside the stored one; both as RowImage::row() makes them. */
struct ComparedRow
{
    qint64 position = 0; ///< in its part, from 0
    QString expected;
    std::optional<QString> now; ///< nothing: it is not there
};

/**
 * The rows of @p expected (how an operation left them) that are no longer stored so, compared on
 * the server byte for byte and locked there. @p image has a key.
 */
std::vector<ComparedRow> changedRows(ScopedConnection &connection, const RowImage &image,
                                     const RowSource &expected);

/**
 * Whether the row with the key of @p row (RowImage::row()) is stored just so, and locked then; far
 * quicker than changedRows(), which has to be asked where the answer is no. A number for a key.
 */
bool isStoredAs(ScopedConnection &connection, const RowImage &image, const QString &row);

/** The rows of @p wanted whose key is taken now. */
std::vector<ComparedRow> takenRows(ScopedConnection &connection, const RowImage &image,
                                   const RowSource &wanted);

} // namespace tagsmith
