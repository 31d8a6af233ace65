// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConflictTitle.h"

#include "core/RowConflict.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestValue = 60;

QString valueOf(const RowConflict &conflict, const Row &row, const QString &column)
{
    const auto index = static_cast<size_t>(conflict.columns.indexOf(column));
    if (index >= row.size() || !row[index])
        return u"NULL"_s;
    const QString value = row[index]->simplified();
    return value.size() > longestValue ? value.first(longestValue) + u'…' : value;
}

/** The column that most likely holds what people call the row; or empty. */
QString namingColumn(const RowConflict &conflict)
{
    const QStringList usual{u"name"_s, u"title"_s, u"label"_s, u"tag"_s};
    for (const QString &word : usual) {
        for (const QString &column : conflict.columns) {
            if (column.compare(word, Qt::CaseInsensitive) == 0)
                return column;
        }
    }
    return {};
}

} // namespace

QString conflictTitle(const RowConflict &conflict)
{
    const auto &known = conflict.theirs   ? conflict.theirs
                        : conflict.before ? conflict.before
                                          : conflict.yours;
    if (!known)
        return conflict.table;
    const QString naming = namingColumn(conflict);
    QStringList keys;
    for (const QString &column : conflict.keyColumns) {
        if (column != naming)
            keys << u"%1 %2"_s.arg(column, valueOf(conflict, *known, column));
    }
    const QString key = keys.join(u", "_s);
    if (naming.isEmpty())
        return u"%1: %2"_s.arg(conflict.table, key);
    const QString name = u"%1: “%2”"_s.arg(conflict.table, valueOf(conflict, *known, naming));
    return key.isEmpty() ? name : u"%1 (%2)"_s.arg(name, key);
}

} // namespace tagsmith
