// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** The longest text that oneLineText() shows whole, in UTF-16 units. */
constexpr qsizetype oneLineLength = 200;

/** @p text as one line of bounded length, for a table: a cell may hold a whole megabyte. */
QString oneLineText(const QString &text);

} // namespace tagsmith
