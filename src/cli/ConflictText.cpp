// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ConflictText.h"

#include "cli/RowText.h"
#include "cli/TextParts.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t maxConflicts = 20;
constexpr size_t maxSkipped = 1000;

struct Version
{
    QString label;
    const std::optional<Row> &row;
};

std::vector<Version> versionsOf(const RowConflict &conflict)
{
    return {{u"before: "_s, conflict.before},
            {u"yours:  "_s, conflict.yours},
            {u"theirs: "_s, conflict.theirs}};
}

QString nameOf(const RowConflict &conflict)
{
    const auto &row = conflict.before   ? conflict.before
                      : conflict.theirs ? conflict.theirs
                                        : conflict.yours;
    return rowName(conflict.table, conflict.columns, conflict.keyColumns, row.value_or(Row()));
}

/** One field of the versions that there are; empty where they agree in it. */
QString fieldText(const RowConflict &conflict, const QString &column)
{
    QStringList values;
    QString text = u"    %1\n"_s.arg(onOneLine(column));
    for (const Version &version : versionsOf(conflict)) {
        if (!version.row)
            continue;
        values << cellText(cellOf(conflict.columns, *version.row, column));
        text += u"      %1%2\n"_s.arg(version.label, values.constLast());
    }
    return values.removeDuplicates() > 0 && values.size() < 2 ? QString() : text;
}

/** A single version says everything; of several only what tells them apart is of interest. */
QString conflictText(const RowConflict &conflict)
{
    QString text = u"  %1\n"_s.arg(nameOf(conflict));
    if (!conflict.reason.isEmpty())
        text += u"    %1\n"_s.arg(onOneLine(conflict.reason));
    for (const Version &version : versionsOf(conflict)) {
        if (!version.row)
            text += u"    %1no such row\n"_s.arg(version.label);
    }
    for (const QString &column : conflict.columns)
        text += fieldText(conflict, column);
    return text;
}

QString moreText(size_t count, size_t shown)
{
    if (count <= shown)
        return {};
    return u"  and %1 more; --json lists them all\n"_s.arg(
        countOf(static_cast<qint64>(count - shown), u"row"_s, u"rows"_s));
}

} // namespace

QString conflictsText(const std::vector<RowConflict> &conflicts)
{
    QString text;
    const size_t shown = std::min(conflicts.size(), maxConflicts);
    for (size_t i = 0; i < shown; ++i)
        text += conflictText(conflicts[i]);
    return text + moreText(conflicts.size(), shown);
}

QString skippedText(const std::vector<RowConflict> &skipped)
{
    if (skipped.empty())
        return {};
    QString text = u"Left alone, because changed since:\n"_s;
    const size_t shown = std::min(skipped.size(), maxSkipped);
    for (size_t i = 0; i < shown; ++i)
        text += u"  %1\n"_s.arg(nameOf(skipped[i]));
    return text + moreText(skipped.size(), shown);
}

} // namespace tagsmith
