// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace tagsmith
{

/**
 * The names in @p cell, which @p separator divides, without white space around them; nothing
 * between two separators, or after the last one, is no name. The views last as long as @p cell.
 */
std::vector<QStringView> splitNames(const QString &cell, const QString &separator);

} // namespace tagsmith
