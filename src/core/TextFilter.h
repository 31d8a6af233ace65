// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Snapshot.h"
#include "core/TextFold.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace tagsmith
{

/**
 * Finds the rows in which every word of a filter occurs, each in any of the text columns. Letter
 * case and accents do not count. Not thread-safe: each task has its own.
 */
class TextFilter
{
public:
    explicit TextFilter(const QString &filter);

    /** Whether there is nothing to look for, so that every row matches. */
    bool isEmpty() const { return m_words.empty(); }

    /** The matching rows in ascending order. Throws DatabaseError (Cancelled). */
    std::vector<std::uint32_t> matchingRows(const Snapshot &snapshot, const CancelToken &token);

private:
    struct Word
    {
        std::string text; ///< folded
        bool ascii = true;
    };

    void findWord(const Snapshot &snapshot, const Word &word, int column, int first, int end,
                  std::vector<char> &found);

    TextFold m_fold;
    std::vector<Word> m_words;
    std::string m_cell; ///< a folded cell; here so that its memory is used again
};

} // namespace tagsmith
