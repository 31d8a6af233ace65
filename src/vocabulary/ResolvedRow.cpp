// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ResolvedRow.h"

#include "core/Error.h"
#include "database/RowImage.h"
#include "database/ScopedConnection.h"
#include "vocabulary/JsonItems.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool isSameRow(const RowConflict &left, const RowConflict &right)
{
    return left.table == right.table && left.columns == right.columns &&
           left.before == right.before && left.yours == right.yours;
}

/** @p chosen as the journal stores it: each of its values is of one of the versions. */
QString storedRow(const RowVersions &versions, const RowConflict &shown, const Row &chosen)
{
    QStringList cells;
    for (size_t i = 0; i < static_cast<size_t>(shown.columns.size()); ++i) {
        const auto index = static_cast<qsizetype>(i);
        std::optional<QString> found;
        const auto take = [&](const std::optional<Row> &row, const std::optional<QString> &stored) {
            if (!found && row && stored && i < chosen.size() && row->at(i) == chosen[i])
                found = jsonItems(*stored).at(index);
        };
        take(shown.yours, versions.yours);
        take(shown.theirs, versions.theirs);
        take(shown.before, versions.before);
        if (!found) {
            throw DatabaseError(ErrorKind::Usage,
                                u"The value chosen for %1 in %2 is that of no version of the row; "
                                "choose one of them."_s.arg(shown.columns.at(index), shown.table));
        }
        cells << *found;
    }
    return jsonList(cells);
}

/** An update knows some columns only; of a row that is gone they do not make a new one. */
void requireWhole(const TableSchema &table, const RowConflict &shown)
{
    const QStringList columns = storedColumns(table, shown.keyColumns);
    const bool isWhole = std::all_of(columns.begin(), columns.end(), [&](const QString &name) {
        return shown.columns.contains(name);
    });
    if (!isWhole) {
        throw DatabaseError(ErrorKind::Refused,
                            u"A row of %1 was deleted since, and this operation knows only some "
                            "of its columns; leave it deleted."_s.arg(shown.table));
    }
}

} // namespace

std::optional<ResolvedRow> resolvedRow(const ScopedConnection &connection,
                                       const std::vector<TableSchema> &schema,
                                       const RowVersions &versions,
                                       const std::vector<RowResolution> &resolutions)
{
    if (resolutions.empty())
        return std::nullopt;
    const RowConflict now = rowConflict(connection, schema, versions);
    const auto found =
        std::find_if(resolutions.begin(), resolutions.end(),
                     [&now](const RowResolution &each) { return isSameRow(each.conflict, now); });
    if (found == resolutions.end())
        return std::nullopt;
    if (found->conflict.theirs != now.theirs) {
        Error error{ErrorKind::Conflict,
                    u"A row of %1 has changed again since it was shown, so "
                    "that nothing was undone; look at it again."_s.arg(now.table)};
        error.conflicts = std::make_shared<const std::vector<RowConflict>>(1, now);
        throw DatabaseError(error);
    }
    if (!found->chosen)
        return ResolvedRow{versions, std::nullopt};
    if (!now.theirs)
        requireWhole(*findTable(schema, versions.table), now);
    return ResolvedRow{versions, storedRow(versions, now, *found->chosen)};
}

} // namespace tagsmith
