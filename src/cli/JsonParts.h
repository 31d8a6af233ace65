// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QString>

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

} // namespace tagsmith
