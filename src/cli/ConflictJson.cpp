// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ConflictJson.h"

#include "cli/JsonParts.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The row by which a conflict is named: all versions have the same key. */
Row anyVersion(const RowConflict &conflict)
{
    if (conflict.before)
        return *conflict.before;
    return conflict.theirs ? *conflict.theirs : conflict.yours.value_or(Row());
}

QJsonObject conflictToJson(const RowConflict &conflict)
{
    return {{u"table"_s, conflict.table},
            {u"key"_s, keyByColumn(conflict.columns, conflict.keyColumns, anyVersion(conflict))},
            {u"before"_s, rowByColumn(conflict.columns, conflict.before)},
            {u"yours"_s, rowByColumn(conflict.columns, conflict.yours)},
            {u"theirs"_s, rowByColumn(conflict.columns, conflict.theirs)},
            {u"reason"_s, textOrNull(conflict.reason)}};
}

} // namespace

QJsonArray conflictsJson(const std::vector<RowConflict> &conflicts)
{
    QJsonArray array;
    for (const RowConflict &conflict : conflicts)
        array.append(conflictToJson(conflict));
    return array;
}

} // namespace tagsmith
