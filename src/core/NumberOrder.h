// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace tagsmith
{

/**
 * A number that grows with the value written in @p text (as far as a double can tell values
 * apart). Text that is no number, which SQLite allows in a column of numbers, comes last.
 */
std::uint64_t numberPrefix(std::string_view text);

/** Less than, equal to or greater than 0, for two texts whose numberPrefix() is the same. */
int compareSamePrefix(std::string_view left, std::string_view right);

} // namespace tagsmith
