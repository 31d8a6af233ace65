// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A foreign key of a single column. */
struct ColumnLink
{
    QString column;
    QString table;
    QString key; ///< empty: the primary key of the table
};

/** What it takes to show rows of one table: much less than its TableSchema. */
struct TableShape
{
    QString name;
    QStringList columns;
    QStringList textColumns; ///< those of them that hold text
    QStringList primaryKey;
    std::vector<ColumnLink> links;

    /** The column as the table spells it (letter case does not count in @p column), or empty. */
    QString find(const QString &column) const;
};

/** The table called @p name, found without reading the others; nothing where there is none. */
std::optional<TableShape> readTableShape(ScopedConnection &connection, const QString &name);

} // namespace tagsmith
