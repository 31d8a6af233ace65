// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RejectMarks.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** What an earlier round of corrections left in front, such as "rejected " once or more often. */
QString prefixOf(const QString &lineColumn)
{
    const qsizetype end = lineColumn.size() - 4;
    return end >= 0 && lineColumn.endsWith("line"_L1) ? lineColumn.first(end) : u"?"_s;
}

bool isMarkPrefix(QString prefix)
{
    return prefix.remove(u"rejected "_s).isEmpty();
}

} // namespace

RejectColumns rejectMarks(const QStringList &fileColumns, const Vocabulary &vocabulary)
{
    const auto isTaken = [&](const QString &name) {
        return fileColumns.contains(name, Qt::CaseInsensitive) || vocabulary.indexOf(name) >= 0;
    };
    QString prefix;
    while (isTaken(prefix + u"line"_s) || isTaken(prefix + u"reason"_s))
        prefix += u"rejected "_s;
    return {prefix + u"line"_s, prefix + u"reason"_s};
}

QStringList withoutRejectMarks(const QStringList &fileColumns)
{
    QStringList columns = fileColumns;
    while (columns.size() >= 2) {
        const QString prefix = prefixOf(columns[0]);
        if (!isMarkPrefix(prefix) || columns[1] != prefix + u"reason"_s)
            break;
        columns.remove(0, 2);
    }
    return columns;
}

} // namespace tagsmith
