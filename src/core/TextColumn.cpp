// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/TextColumn.h"

#include <unicode/ustring.h>

#include <limits>

namespace tagsmith
{

void TextColumn::append(QStringView text)
{
    constexpr size_t maxBytesPerUnit = 3;
    constexpr UChar32 replacement = 0xFFFD; // for a lone surrogate
    const size_t before = m_bytes.size();
    m_bytes.resize(before + static_cast<size_t>(text.size()) * maxBytesPerUnit);
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8WithSub(m_bytes.data() + before, static_cast<int32_t>(m_bytes.size() - before),
                       &length, text.utf16(), static_cast<int32_t>(text.size()), replacement,
                       nullptr, &status);
    m_bytes.resize(before + static_cast<size_t>(length));
    endCell(false);
}

void TextColumn::appendUtf8(std::string_view text)
{
    m_bytes.insert(m_bytes.end(), text.begin(), text.end());
    endCell(false);
}

void TextColumn::appendNull()
{
    endCell(true);
}

void TextColumn::endCell(bool isNull)
{
    if (isNull && m_nulls.empty())
        m_nulls.resize(m_ends.size(), false);
    if (isNull || !m_nulls.empty())
        m_nulls.push_back(isNull);
    m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
}

std::string_view TextColumn::utf8OfRows(int first, int end) const
{
    const size_t from = first == 0 ? 0 : m_ends[static_cast<size_t>(first) - 1];
    const size_t to = end == 0 ? 0 : m_ends[static_cast<size_t>(end) - 1];
    return {m_bytes.data() + from, to - from};
}

bool TextColumn::isOverfull() const
{
    return m_bytes.size() > std::numeric_limits<std::uint32_t>::max();
}

void TextColumn::shrink()
{
    m_bytes.shrink_to_fit();
    m_ends.shrink_to_fit();
    m_nulls.shrink_to_fit();
}

size_t TextColumn::memoryUse() const
{
    return sizeof(TextColumn) + m_bytes.capacity() + m_ends.capacity() * sizeof(std::uint32_t) +
           m_nulls.capacity() / 8;
}

} // namespace tagsmith
