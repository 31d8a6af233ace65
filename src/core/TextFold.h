// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tagsmith
{

/**
 * Folds text for searching, so that letter case, accents and compatibility forms do not count:
 * "Ünïcode" and "UNICODE" fold to the same. It remembers what it has worked out, so that folding
 * a vocabulary costs little more than reading it. Not thread-safe: each task has its own.
 */
class TextFold
{
public:
    /** The folded form of @p utf8, as UTF-8; a broken sequence becomes U+FFFD. */
    std::string fold(std::string_view utf8);
    /** The same into @p folded, whose memory is used again. */
    void fold(std::string_view utf8, std::string &folded);

private:
    const std::string &foldOf(char32_t codePoint);

    /** For each of 256 code points its place in m_folds, plus 1; 0: not worked out yet. */
    using Page = std::array<std::uint32_t, 256>;
    std::array<std::unique_ptr<Page>, 0x1100> m_pages;
    std::vector<std::string> m_folds;
};

} // namespace tagsmith
