// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/MatchColumns.h"

namespace tagsmith
{

namespace
{

constexpr qsizetype none = -1;

/** The position of @p name among those of @p columns that are not taken yet. */
qsizetype find(const QStringList &columns, const QString &name, const std::vector<bool> &isTaken)
{
    const QString wanted = name.trimmed();
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (!isTaken[static_cast<size_t>(i)] &&
            columns[i].trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
            return i;
    }
    return none;
}

} // namespace

ColumnMatch matchColumns(const QStringList &before, const QStringList &columns)
{
    const auto count = static_cast<size_t>(columns.size());
    std::vector<bool> isTaken(static_cast<size_t>(before.size()), false);
    std::vector<qsizetype> positions(count, none);
    for (size_t i = 0; i < count; ++i) {
        positions[i] = before.indexOf(columns[static_cast<qsizetype>(i)]);
        if (positions[i] != none)
            isTaken[static_cast<size_t>(positions[i])] = true;
    }
    ColumnMatch match;
    match.fieldOf.resize(count);
    for (size_t i = 0; i < count; ++i) {
        const QString &name = columns[static_cast<qsizetype>(i)];
        if (positions[i] == none)
            positions[i] = find(before, name, isTaken);
        if (positions[i] == none) {
            if (match.additional.isEmpty())
                match.additional = name;
            continue;
        }
        match.fieldOf[i] = static_cast<size_t>(positions[i]);
        isTaken[match.fieldOf[i]] = true;
    }
    for (size_t i = 0; i < isTaken.size() && match.missing.isEmpty(); ++i) {
        if (!isTaken[i])
            match.missing = before[static_cast<qsizetype>(i)];
    }
    return match;
}

} // namespace tagsmith
