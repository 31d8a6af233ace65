// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/RowText.h"

#include "cli/TextParts.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString cellText(const Cell &cell)
{
    return cell ? quoted(*cell) : u"NULL"_s;
}

Cell cellOf(const QStringList &columns, const Row &row, const QString &column)
{
    const qsizetype index = columns.indexOf(column);
    const bool isThere = index >= 0 && static_cast<size_t>(index) < row.size();
    return isThere ? row[static_cast<size_t>(index)] : std::nullopt;
}

QString rowName(const QString &table, const QStringList &columns, const QStringList &keyColumns,
                const Row &row)
{
    QStringList parts = {onOneLine(table)};
    for (const QString &column : keyColumns)
        parts << onOneLine(column) + u" = "_s + cellText(cellOf(columns, row, column));
    return parts.join(u", "_s);
}

} // namespace tagsmith
