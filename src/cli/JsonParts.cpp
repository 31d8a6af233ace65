// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/JsonParts.h"

namespace tagsmith
{

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue cellToJson(const Cell &cell)
{
    return cell ? QJsonValue(*cell) : QJsonValue(QJsonValue::Null);
}

QJsonValue numberToJson(const Cell &cell)
{
    bool isNumber = false;
    const qint64 number = cell ? cell->toLongLong(&isNumber) : 0;
    return isNumber ? QJsonValue(number) : cellToJson(cell);
}

QJsonArray rowsToJson(const std::vector<Row> &rows)
{
    QJsonArray array;
    for (const Row &row : rows) {
        QJsonArray cells;
        for (const Cell &cell : row)
            cells.append(cellToJson(cell));
        array.append(cells);
    }
    return array;
}

QJsonValue rowByColumn(const QStringList &columns, const std::optional<Row> &row)
{
    if (!row)
        return QJsonValue::Null;
    return keyByColumn(columns, columns, *row);
}

QJsonObject keyByColumn(const QStringList &columns, const QStringList &keyColumns, const Row &row)
{
    QJsonObject object;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (static_cast<size_t>(i) < row.size() && keyColumns.contains(columns.at(i)))
            object.insert(columns.at(i), cellToJson(row[static_cast<size_t>(i)]));
    }
    return object;
}

} // namespace tagsmith
