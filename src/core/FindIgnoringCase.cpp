// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/FindIgnoringCase.h"

namespace tagsmith
{

namespace
{

/** A byte of the pattern: a byte b matches if (b | mask) == value. */
struct PatternByte
{
    explicit PatternByte(char c)
        : value(static_cast<unsigned char>(c)), mask(c >= 'a' && c <= 'z' ? 0x20 : 0)
    {
    }
    bool matches(char c) const { return (static_cast<unsigned char>(c) | mask) == value; }

    unsigned char value;
    unsigned char mask;
};

bool matchesAt(const char *text, std::string_view pattern)
{
    for (size_t i = 0; i < pattern.size(); ++i) {
        if (!PatternByte(pattern[i]).matches(text[i]))
            return false;
    }
    return true;
}

} // namespace

size_t findIgnoringCase(std::string_view text, std::string_view pattern, size_t from)
{
    // The inner loop has no branch, so that the compiler makes vector instructions of it.
    constexpr size_t blockSize = 32;
    if (text.size() < pattern.size())
        return std::string_view::npos;
    const size_t end = text.size() - pattern.size() + 1;
    const PatternByte first(pattern.front());
    const PatternByte last(pattern.back());
    const char *firsts = text.data();
    const char *lasts = text.data() + pattern.size() - 1;

    size_t position = from;
    while (position + blockSize <= end) {
        unsigned char found = 0;
        for (size_t i = position; i < position + blockSize; ++i) {
            const auto firstByte = static_cast<unsigned char>(firsts[i]);
            const auto lastByte = static_cast<unsigned char>(lasts[i]);
            const auto firstFits =
                static_cast<unsigned char>((firstByte | first.mask) == first.value);
            const auto lastFits = static_cast<unsigned char>((lastByte | last.mask) == last.value);
            found = static_cast<unsigned char>(found | (firstFits & lastFits));
        }
        for (size_t i = position; found != 0 && i < position + blockSize; ++i) {
            if (matchesAt(firsts + i, pattern))
                return i;
        }
        position += blockSize;
    }
    for (; position < end; ++position) {
        if (matchesAt(firsts + position, pattern))
            return position;
    }
    return std::string_view::npos;
}

} // namespace tagsmith
