// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/TagJson.h"

#include "cli/JsonParts.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** A number where the text is one exactly; SQLite may hold any text in a column of numbers. */
QJsonValue typedCell(const Cell &cell, ColumnType type)
{
    if (type == ColumnType::Integer)
        return numberToJson(cell);
    bool isNumber = false;
    const double number = cell && type == ColumnType::Real ? cell->toDouble(&isNumber) : 0;
    return isNumber ? QJsonValue(number) : cellToJson(cell);
}

QJsonObject usesByReference(const UseCounts &uses, const QString &key)
{
    const std::vector<qint64> counts = uses.byKey.value(key);
    QJsonObject object;
    for (qsizetype i = 0; i < uses.references.size(); ++i) {
        const size_t index = static_cast<size_t>(i);
        object.insert(uses.references.at(i), index < counts.size() ? counts[index] : 0);
    }
    return object;
}

} // namespace

QJsonObject tagJson(const Snapshot &snapshot, int row, const QString &table, const UseCounts &uses)
{
    const QString key = snapshot.key(row);
    QJsonObject tag{{u"name"_s, snapshot.name(row)}, {u"uses"_s, uses.total(key)}};
    if (uses.references.size() > 1)
        tag.insert(u"usesByReference"_s, usesByReference(uses, key));
    for (int i = 0; i < snapshot.tableColumnCount(); ++i) {
        if (i == snapshot.nameColumn())
            continue;
        const Column &column = snapshot.columns()[static_cast<size_t>(i)];
        const QString &owner = column.table.isEmpty() ? table : column.table;
        // Reserved everywhere, so that a script need not know how many references there are.
        const bool taken = column.name == "usesByReference"_L1 || tag.contains(column.name);
        tag.insert(taken ? owner + u'.' + column.name : column.name,
                   typedCell(snapshot.cell(row, i), column.type));
    }
    return tag;
}

} // namespace tagsmith
