// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RowVersions.h"

#include "database/RowImage.h"
#include "vocabulary/JsonItems.h"

namespace tagsmith
{

QString rowId(const RowImage &image, const QString &row)
{
    if (image.key().isEmpty())
        return image.table() + u'\n' + row;
    const QStringList cells = jsonItems(row);
    QString id = image.table();
    for (const QString &name : image.key())
        id += u'\n' + cells.value(image.columns().indexOf(name));
    return id;
}

QStringList rowIds(const ScopedConnection &connection, const std::vector<TableSchema> &schema,
                   const RowVersions &versions)
{
    const RowImage image =
        RowImage::fromLayout(connection, schema, versions.table, versions.layout);
    QStringList ids;
    if (versions.before)
        ids << rowId(image, *versions.before);
    if (versions.yours)
        ids << rowId(image, *versions.yours);
    return ids;
}

RowConflict rowConflict(const ScopedConnection &connection, const std::vector<TableSchema> &schema,
                        const RowVersions &versions)
{
    const RowImage image =
        RowImage::fromLayout(connection, schema, versions.table, versions.layout);
    const auto cells = [&image](const std::optional<QString> &row) {
        return row ? std::optional<Row>(image.cells(*row)) : std::nullopt;
    };
    return {image.table(),
            image.columns(),
            image.key().isEmpty() ? image.columns() : image.key(),
            cells(versions.before),
            cells(versions.yours),
            cells(versions.theirs),
            versions.reason};
}

} // namespace tagsmith
