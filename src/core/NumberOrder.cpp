// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/NumberOrder.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace tagsmith
{

namespace
{

constexpr std::uint64_t notANumber = std::numeric_limits<std::uint64_t>::max();

/** A whole number without its sign and leading zeros; empty where it is zero or not whole. */
std::string_view digits(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    if (text.find_first_not_of("0123456789") != std::string_view::npos)
        return {};
    return text.substr(std::min(text.find_first_not_of('0'), text.size()));
}

} // namespace

std::uint64_t numberPrefix(std::string_view text)
{
    constexpr std::uint64_t signBit = std::uint64_t(1) << 63;
    double value = 0;
    const char *end = text.data() + text.size();
    const auto [parsed, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || parsed != end || std::isnan(value))
        return notANumber;
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0); // -0 becomes 0
    return (bits & signBit) != 0 ? ~bits : bits | signBit;
}

int compareSamePrefix(std::string_view left, std::string_view right)
{
    if (numberPrefix(left) == notANumber)
        return left.compare(right);
    // Whole numbers past 2^53 may differ although their doubles do not.
    const std::string_view leftDigits = digits(left);
    const std::string_view rightDigits = digits(right);
    if (leftDigits.empty() || rightDigits.empty())
        return 0;
    const int order = leftDigits.size() != rightDigits.size()
                          ? (leftDigits.size() < rightDigits.size() ? -1 : 1)
                          : leftDigits.compare(rightDigits);
    return left.starts_with('-') ? -order : order;
}

} // namespace tagsmith
