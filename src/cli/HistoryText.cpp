// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/HistoryText.h"

#include "cli/RowText.h"
#include "cli/TextParts.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** An operation named by another one: its number if it is on the page, else how its id begins. */
QString operationName(const QString &id, const std::vector<OperationEntry> &entries)
{
    for (const OperationEntry &entry : entries) {
        if (entry.id == id)
            return u'#' + QString::number(entry.number);
    }
    return id.left(8);
}

QString stateText(const OperationEntry &entry, const std::vector<OperationEntry> &entries)
{
    QStringList parts;
    if (!entry.undoes.isEmpty()) {
        parts << (entry.kind == "redo"_L1 ? u"redoes "_s : u"undoes "_s) +
                     operationName(entry.undoes, entries);
    }
    if (!entry.undoneBy.isEmpty())
        parts << u"undone by "_s + operationName(entry.undoneBy, entries);
    return parts.isEmpty() ? QString() : u" [%1]"_s.arg(parts.join(u", "_s));
}

QStringList cellsOf(const OperationEntry &entry, bool withVocabulary)
{
    QStringList cells = {u'#' + QString::number(entry.number), localTime(entry.at),
                         onOneLine(entry.author), onOneLine(entry.kind), grouped(entry.rows)};
    if (withVocabulary)
        cells.insert(1, onOneLine(entry.vocabulary));
    return cells;
}

void justify(std::vector<QStringList> &lines)
{
    for (qsizetype column = 0; column < lines.front().size(); ++column) {
        qsizetype width = 0;
        for (const QStringList &line : lines)
            width = std::max(width, line.at(column).size());
        const bool isNumber = column == lines.front().size() - 1;
        for (QStringList &line : lines) {
            line[column] = isNumber ? line.at(column).rightJustified(width)
                                    : line.at(column).leftJustified(width);
        }
    }
}

/** The fields of a row that was inserted or deleted. */
QString fieldsText(const RowChange &change, const Row &row)
{
    QString text;
    for (const QString &column : change.columns) {
        if (!change.keyColumns.contains(column)) {
            text += u"    %1: %2\n"_s.arg(onOneLine(column),
                                          cellText(cellOf(change.columns, row, column)));
        }
    }
    return text;
}

QString differenceText(const RowChange &change)
{
    QString text;
    for (const QString &column : change.columns) {
        const Cell before = cellOf(change.columns, *change.before, column);
        const Cell after = cellOf(change.columns, *change.after, column);
        if (before != after) {
            text +=
                u"    %1: %2 -> %3\n"_s.arg(onOneLine(column), cellText(before), cellText(after));
        }
    }
    return text;
}

QString changeText(const RowChange &change)
{
    const bool isChanged = change.before && change.after;
    const Row row = change.before ? *change.before : change.after.value_or(Row());
    const QString verb = isChanged ? u"changed"_s : change.before ? u"deleted"_s : u"inserted"_s;
    return u"  %1: %2\n"_s.arg(rowName(change.table, change.columns, change.keyColumns, row),
                               verb) +
           (isChanged ? differenceText(change) : fieldsText(change, row));
}

} // namespace

QString localTime(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

QString historyText(const HistoryPage &page, bool withVocabulary)
{
    if (page.entries.empty())
        return u"No operations.\n"_s;
    QStringList heading = {u"No."_s, u"When"_s, u"Who"_s, u"What"_s, u"Rows"_s};
    if (withVocabulary)
        heading.insert(1, u"Vocabulary"_s);
    std::vector<QStringList> lines = {heading};
    for (const OperationEntry &entry : page.entries)
        lines.push_back(cellsOf(entry, withVocabulary));
    justify(lines);
    QString text = lines.front().join(u"  "_s) + u"  Summary\n"_s;
    for (size_t i = 0; i < page.entries.size(); ++i) {
        const OperationEntry &entry = page.entries[i];
        text += u"%1  %2%3\n"_s.arg(lines[i + 1].join(u"  "_s), onOneLine(entry.summary),
                                    stateText(entry, page.entries));
    }
    return page.hasMore ? text + u"There are older ones; --limit shows more.\n"_s : text;
}

QString operationText(const OperationDetails &details)
{
    const OperationEntry &entry = details.entry;
    QString text = u"#%1 %2%3\n"_s.arg(QString::number(entry.number), onOneLine(entry.summary),
                                       stateText(entry, {}));
    text += u"%1, %2, %3 in %4, %5\n%6\n"_s.arg(localTime(entry.at), onOneLine(entry.author),
                                                onOneLine(entry.kind), onOneLine(entry.vocabulary),
                                                countOf(entry.rows, u"row"_s, u"rows"_s), entry.id);
    for (const RowChange &change : details.changes)
        text += changeText(change);
    if (details.leftOut > 0) {
        text += u"  and %1 more; --limit shows more\n"_s.arg(
            countOf(details.leftOut, u"row"_s, u"rows"_s));
    }
    return text;
}

QString retentionText(const Retention &retention)
{
    const QString time = retention.days == 0
                             ? u"for ever"_s
                             : u"for "_s + countOf(retention.days, u"day"_s, u"days"_s);
    const QString size = retention.megabytes == 0
                             ? u"without a limit of size"_s
                             : u"up to %1 MB in all"_s.arg(grouped(retention.megabytes));
    return u"The journal keeps operations %1, %2"_s.arg(time, size);
}

} // namespace tagsmith
