// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace tagsmith
{

/**
 * The widths of columns that need @p wanted to show all: where they are wider than @p space
 * together, the widest ones give way to one width, but none to less than @p narrowest.
 */
std::vector<int> fittedWidths(std::vector<int> wanted, int narrowest, int space);

} // namespace tagsmith
