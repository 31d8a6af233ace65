// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/** Null where @p text is empty. */
QJsonValue textOrNull(const QString &text);
/** The text of a cell, or null. */
QJsonValue cellToJson(const Cell &cell);
/** The same, but a whole number as a number. */
QJsonValue numberToJson(const Cell &cell);
/** Rows as arrays of cells. */
QJsonArray rowsToJson(const std::vector<Row> &rows);
/** A row as an object by column; null where there is none. */
QJsonValue rowByColumn(const QStringList &columns, const std::optional<Row> &row);
/** Only those columns of @p row that are the key. */
QJsonObject keyByColumn(const QStringList &columns, const QStringList &keyColumns, const Row &row);

} // namespace tagsmith
