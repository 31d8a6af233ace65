// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/OperationText.h"

#include "gui/TabSeparatedText.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("tagsmith::OperationText", text);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString rowCount(qint64 count)
{
    return count == 1 ? tr("one row") : tr("%1 rows").arg(number(count));
}

/** The tables of the rows, each once, in the order in which they come. */
QString tablesOf(const std::vector<RowConflict> &conflicts)
{
    QStringList tables;
    for (const RowConflict &conflict : conflicts) {
        if (!tables.contains(conflict.table))
            tables << conflict.table;
    }
    return tables.join(u", "_s);
}

} // namespace

QString operationHeadline(const OperationEntry &entry)
{
    return tr("%1\n#%2 · %3 · %4 · %5 · %6")
        .arg(entry.summary, QString::number(entry.number),
             QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat), entry.author,
             entry.vocabulary, rowCount(entry.rows));
}

QString rowsNote(const OperationDetails &details)
{
    if (details.leftOut > 0)
        return tr("The first %1 rows; there are %2 more.")
            .arg(number(static_cast<qint64>(details.changes.size())), number(details.leftOut));
    return details.changes.empty() ? tr("It changed no rows.") : QString();
}

QString operationText(const OperationDetails &details, const QAbstractItemModel &rows)
{
    std::vector<int> allRows(static_cast<size_t>(rows.rowCount()));
    std::iota(allRows.begin(), allRows.end(), 0);
    std::vector<int> allColumns(static_cast<size_t>(rows.columnCount()));
    std::iota(allColumns.begin(), allColumns.end(), 0);
    QStringList titles;
    for (const int column : allColumns)
        titles << rows.headerData(column, Qt::Horizontal).toString();
    QStringList lines{operationHeadline(details.entry),
                      {},
                      titles.join(u'\t'),
                      tabSeparatedText(rows, allRows, allColumns)};
    if (const QString note = rowsNote(details); !note.isEmpty())
        lines << note;
    return lines.join(u'\n');
}

QString undoOutcome(const Receipt &receipt)
{
    QString outcome = receipt.rows == 1 ? tr("One row is put back.")
                                        : tr("%1 rows are put back.").arg(number(receipt.rows));
    for (const QString &warning : receipt.warnings)
        outcome += u' ' + warning;
    return outcome;
}

QString conflictOutcome(const std::vector<RowConflict> &conflicts)
{
    const auto count = static_cast<qint64>(conflicts.size());
    return count == 1
               ? tr("One of its rows has been changed since (%1); you choose what becomes of it.")
                     .arg(tablesOf(conflicts))
               : tr("%1 of its rows have been changed since (%2); you choose what becomes of them.")
                     .arg(number(count), tablesOf(conflicts));
}

} // namespace tagsmith
