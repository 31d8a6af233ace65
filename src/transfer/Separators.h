// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QChar>

#include <array>
#include <vector>

namespace tagsmith
{

/** The separators that are recognised, the likeliest first. */
constexpr std::array<char, 4> guessedSeparators{',', ';', '\t', '|'};

bool isGuessedSeparator(char byte);

/** Whether fields can be separated by @p delimiter: ASCII, no quote, line end, NUL, letter, digit.
 */
bool isUsableSeparator(QChar delimiter);

/** The line "sep=;" that a spreadsheet writes before the header. */
struct SeparatorLine
{
    char separator = '\0'; ///< NUL: there is no such line
    qsizetype size = 0;    ///< without its line end
};

/** The line that @p head begins with, if it is one of these. */
SeparatorLine separatorLine(QByteArrayView head);

/** How many of each of guessedSeparators a record has outside its quotes. */
struct SeparatorCounts
{
    std::array<int, guessedSeparators.size()> of{};
    bool allQuoted = false; ///< one quoted field, nothing else
};

/** Counts in the first records of @p head; @p whole: the last one is not cut off. */
std::vector<SeparatorCounts> countSeparators(QByteArrayView head, bool whole);

/** Whether four records of five have as many of @p separator as the first one, and it has some. */
bool isConsistent(const std::vector<SeparatorCounts> &records, char separator);

/**
 * The separator of the table that @p head begins with: the first one that the header has and the
 * records have as often; else a comma or semicolon that the header has; else a comma.
 */
char recogniseSeparator(QByteArrayView head, bool whole);

} // namespace tagsmith
