// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/TextFilter.h"

#include "core/FindIgnoringCase.h"

#include <algorithm>
#include <string_view>

namespace tagsmith
{

namespace
{

/** Rows looked at between two questions to the token; their text fits the processor's cache. */
constexpr int blockRows = 4096;

bool isAscii(std::string_view text)
{
    unsigned char bits = 0;
    for (const char c : text)
        bits = static_cast<unsigned char>(bits | static_cast<unsigned char>(c));
    return bits < 0x80;
}

/** Marks the rows of the block whose bytes, as they are, hold @p word. */
void findInBytes(const Snapshot &snapshot, std::string_view word, int column, int first, int end,
                 std::vector<char> &found)
{
    const std::string_view block = snapshot.utf8OfRows(first, end, column);
    int row = first;
    size_t rowEnd = 0; // of the row before `row`, counted within the block
    size_t position = findIgnoringCase(block, word);
    while (position != std::string_view::npos) {
        while (rowEnd <= position) // Ends at the latest with the last row, as the hit is inside.
            rowEnd += snapshot.utf8(row++, column).size();
        const bool inside = position + word.size() <= rowEnd;
        if (inside)
            found[static_cast<size_t>(row - 1 - first)] = 1;
        position = findIgnoringCase(block, word, inside ? rowEnd : position + 1);
    }
}

} // namespace

TextFilter::TextFilter(const QString &filter)
{
    constexpr std::string_view blanks = " \t\n\r\f\v";
    // Folding turns the blanks of every script into spaces.
    const std::string folded = m_fold.fold(filter.toStdString());
    size_t begin = folded.find_first_not_of(blanks);
    while (begin != std::string::npos) {
        const size_t end = std::min(folded.find_first_of(blanks, begin), folded.size());
        const std::string word = folded.substr(begin, end - begin);
        m_words.push_back({word, isAscii(word)});
        begin = folded.find_first_not_of(blanks, end);
    }
}

void TextFilter::findWord(const Snapshot &snapshot, const Word &word, int column, int first,
                          int end, std::vector<char> &found)
{
    if (word.ascii)
        findInBytes(snapshot, word.text, column, first, end, found);
    if (isAscii(snapshot.utf8OfRows(first, end, column)))
        return;
    for (int row = first; row < end; ++row) {
        const std::string_view text = snapshot.utf8(row, column);
        char &isFound = found[static_cast<size_t>(row - first)];
        if (isFound != 0 || isAscii(text))
            continue;
        m_fold.fold(text, m_cell);
        isFound = m_cell.find(word.text) != std::string::npos ? 1 : 0;
    }
}

std::vector<std::uint32_t> TextFilter::matchingRows(const Snapshot &snapshot,
                                                    const CancelToken &token)
{
    std::vector<int> columns;
    for (int column = 0; column < static_cast<int>(snapshot.columns().size()); ++column) {
        const Column &description = snapshot.columns()[static_cast<size_t>(column)];
        if (description.type == ColumnType::Text || column == snapshot.nameColumn())
            columns.push_back(column);
    }

    std::vector<std::uint32_t> rows;
    std::vector<char> matches;
    std::vector<char> found;
    for (int first = 0; first < snapshot.rowCount(); first += blockRows) {
        token.throwIfCancelled();
        const int end = std::min(first + blockRows, snapshot.rowCount());
        matches.assign(static_cast<size_t>(end - first), 1);
        for (const Word &word : m_words) {
            found.assign(matches.size(), 0);
            for (const int column : columns)
                findWord(snapshot, word, column, first, end, found);
            for (size_t i = 0; i < matches.size(); ++i)
                matches[i] = static_cast<char>(matches[i] & found[i]);
        }
        for (size_t i = 0; i < matches.size(); ++i) {
            if (matches[i] != 0)
                rows.push_back(static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(i));
        }
    }
    return rows;
}

} // namespace tagsmith
