// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"

#include <QString>

#include <optional>

namespace tagsmith
{

/**
 * @p stored, the number of a cell, as it is imported: as it stands, but without fraction and
 * exponent where it is whole and below 2^53.
 */
QString plainNumber(const QString &stored);

/**
 * The number that @p text is, if a cell of a workbook can hold it so that the same value of @p type
 * is read back; else nothing, and it has to be a text.
 */
std::optional<double> exactNumber(ColumnType type, const QString &text);

} // namespace tagsmith
