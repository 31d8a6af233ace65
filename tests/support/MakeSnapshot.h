// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"
#include "core/Snapshot.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace tagsmith::test
{

inline Column makeColumn(const QString &name, ColumnType type = ColumnType::Text)
{
    Column column;
    column.name = name;
    column.type = type;
    return column;
}

/** A snapshot with the rows @p rows; the first column holds the names. */
inline SnapshotPtr makeSnapshot(const std::vector<Column> &columns, const std::vector<Row> &rows)
{
    SnapshotBuilder builder(columns, 0);
    for (const Row &row : rows) {
        for (const Cell &cell : row) {
            if (cell)
                builder.append(*cell);
            else
                builder.appendNull();
        }
    }
    return builder.finish();
}

/** A snapshot of the minimal vocabulary: names and nothing else. */
inline SnapshotPtr makeNames(const QStringList &names)
{
    std::vector<Row> rows;
    for (const QString &name : names)
        rows.push_back({name});
    return makeSnapshot({makeColumn(QStringLiteral("tag_id"))}, rows);
}

/** The names that @p arrangement shows, in order. */
inline QStringList shownNames(const Arrangement &arrangement)
{
    QStringList names;
    for (const std::uint32_t row : arrangement.order)
        names << arrangement.snapshot->name(static_cast<int>(row));
    return names;
}

} // namespace tagsmith::test
