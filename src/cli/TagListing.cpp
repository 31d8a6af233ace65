// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/TagListing.h"

#include "cli/Console.h"
#include "cli/TagJson.h"
#include "cli/TextParts.h"

#include <QJsonDocument>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Longer cells push the rest of their line aside, instead of every line. */
constexpr qsizetype maxWidth = 60;

int rowAt(const Arrangement &tags, int position)
{
    return static_cast<int>(tags.order[static_cast<size_t>(position)]);
}

/** The columns with the name first. */
std::vector<int> columnOrder(const Snapshot &snapshot)
{
    std::vector<int> order = {snapshot.nameColumn()};
    for (int i = 0; i < snapshot.tableColumnCount(); ++i) {
        if (i != snapshot.nameColumn())
            order.push_back(i);
    }
    return order;
}

std::vector<qsizetype> columnWidths(const Arrangement &tags, const std::vector<int> &columns)
{
    std::vector<qsizetype> widths;
    for (const int column : columns) {
        qsizetype width =
            onOneLine(tags.snapshot->columns()[static_cast<size_t>(column)].name).size();
        for (int i = 0; i < tags.rowCount(); ++i) {
            const QString text = onOneLine(tags.snapshot->text(rowAt(tags, i), column));
            width = std::max(width, std::min(text.size(), maxWidth));
        }
        widths.push_back(width);
    }
    return widths;
}

QString heading(const Snapshot &snapshot, const std::vector<int> &columns,
                const std::vector<qsizetype> &widths)
{
    QString line;
    for (size_t i = 0; i < columns.size(); ++i) {
        const Column &column = snapshot.columns()[static_cast<size_t>(columns[i])];
        line += onOneLine(column.name).leftJustified(widths[i]) + "  "_L1;
    }
    return line + "Uses\n"_L1;
}

} // namespace

void printTagsAsJson(Console &console, const Arrangement &tags, const QString &table,
                     const UseCounts &uses)
{
    console.print(u"{\"tags\":["_s);
    for (int i = 0; i < tags.rowCount(); ++i) {
        const int row = rowAt(tags, i);
        const QJsonObject tag = tagJson(*tags.snapshot, row, table, uses);
        const QByteArray text = QJsonDocument(tag).toJson(QJsonDocument::Compact);
        console.print((i > 0 ? u","_s : QString()) + QString::fromUtf8(text));
    }
    console.print(u"]}\n"_s);
}

void printTagsAsText(Console &console, const Arrangement &tags, const UseCounts &uses)
{
    const Snapshot &snapshot = *tags.snapshot;
    const std::vector<int> columns = columnOrder(snapshot);
    const std::vector<qsizetype> widths = columnWidths(tags, columns);
    console.print(heading(snapshot, columns, widths));
    for (int i = 0; i < tags.rowCount(); ++i) {
        const int row = rowAt(tags, i);
        QString line;
        for (size_t c = 0; c < columns.size(); ++c)
            line += onOneLine(snapshot.text(row, columns[c])).leftJustified(widths[c]) + "  "_L1;
        console.print(line + QString::number(uses.total(snapshot.key(row))).rightJustified(4) +
                      u'\n');
    }
}

} // namespace tagsmith
