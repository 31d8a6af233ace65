// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tagsmith
{

/** The cells of one column, as UTF-8 text one right after the other. */
class TextColumn
{
public:
    void append(QStringView text);
    /** The same for text that is UTF-8 already. */
    void appendUtf8(std::string_view text);
    void appendNull();

    int rowCount() const { return static_cast<int>(m_ends.size()); }
    bool isNull(int row) const { return !m_nulls.empty() && m_nulls[static_cast<size_t>(row)]; }
    /** The text of rows @p first to @p end - 1, nothing where they are NULL. */
    std::string_view utf8OfRows(int first, int end) const;

    /** More text than the column can tell cells apart in; nothing may be appended then. */
    bool isOverfull() const;
    /** Gives back memory that was kept for further cells. */
    void shrink();
    /** The bytes it occupies. */
    size_t memoryUse() const;

private:
    void endCell(bool isNull);

    std::vector<char> m_bytes;
    std::vector<std::uint32_t> m_ends; ///< cell r spans bytes m_ends[r-1] to m_ends[r]
    std::vector<bool> m_nulls;         ///< empty as long as no cell is NULL
};

using TextColumnPtr = std::shared_ptr<const TextColumn>;

} // namespace tagsmith
