// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string_view>

namespace tagsmith
{

/**
 * Where @p pattern begins in @p text at or after @p from, or npos. ASCII letters match in either
 * case, other bytes only themselves. @p pattern is not empty and has no upper-case ASCII letters.
 */
size_t findIgnoringCase(std::string_view text, std::string_view pattern, size_t from = 0);

} // namespace tagsmith
