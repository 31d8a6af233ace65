// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace tagsmith
{

/** What the number of a cell means by its number format. */
enum class NumberKind { Plain, Date, Time, DateTime, Duration };

/** By a format code such as "yyyy\-mm\-dd". */
NumberKind numberKindOfCode(QStringView code);

/** By the number of a format that every spreadsheet has built in. */
NumberKind numberKindOfId(int format);

/**
 * @p days, counted as a workbook does, in ISO 8601 as databases write it: "2024-05-17",
 * "2024-05-17 13:45:00", "13:45:00.250", a duration as "36:00:00". Nothing for what is no date. The
 * system of 1900 has a 29th of February 1900, as Excel has; @p is1904: the one of 1904.
 */
std::optional<QString> isoDate(double days, NumberKind kind, bool is1904);

} // namespace tagsmith
