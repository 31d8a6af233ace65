// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/RowConflict.h"
#include "database/Schema.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

class RowImage;
class ScopedConnection;

/** A row that an undo cannot put back, with its versions as RowImage::row() makes them. */
struct RowVersions
{
    QString table;
    QString layout; ///< see RowImage
    std::optional<QString> before;
    std::optional<QString> yours;
    std::optional<QString> theirs;
    QString reason;
};

/** A text that tells the row @p row of @p image apart from all others in the database. */
QString rowId(const RowImage &image, const QString &row);

/** The ids of the row that an undo would change, before and after. */
QStringList rowIds(const ScopedConnection &connection, const std::vector<TableSchema> &schema,
                   const RowVersions &versions);

/** The versions as a user reads them. */
RowConflict rowConflict(const ScopedConnection &connection, const std::vector<TableSchema> &schema,
                        const RowVersions &versions);

} // namespace tagsmith
