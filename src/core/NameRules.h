// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** The letters that a name gets. */
enum class LetterCase { AsTheyAre, Lower, Upper };

/** What stands between the words of a name, instead of blanks, hyphens and underscores. */
enum class WordSeparator { AsItIs, Blank, Hyphen, Underscore };

/** What an import does to each name before anything else; without any rule a name stays as it is.
 */
struct NameRules
{
    bool trim = false;            ///< no white space at either end
    bool collapseBlanks = false;  ///< one blank for each run of white space
    bool compose = false;         ///< Unicode's form NFC
    bool removeInvisible = false; ///< no format or control characters, such as U+200B; but joiners
                                  ///< where a script or an emoji needs them
    LetterCase letterCase = LetterCase::AsTheyAre;
    WordSeparator separator = WordSeparator::AsItIs;

    bool isAny() const { return *this != NameRules(); }
    friend bool operator==(const NameRules &, const NameRules &) = default;
};

/** How many names each rule has changed. */
struct NameRuleCounts
{
    qint64 trimmed = 0;
    qint64 collapsed = 0;
    qint64 composed = 0;
    qint64 cleaned = 0; ///< of invisible characters
    qint64 recased = 0;
    qint64 separated = 0;

    friend bool operator==(const NameRuleCounts &, const NameRuleCounts &) = default;
};

/**
 * @p name by @p rules, in this order: invisible characters, NFC, blanks, ends, separator, letters.
 * Each rule that changes it adds one to its count. The letters follow Unicode's rules of no
 * particular language. Thread-safe.
 *
 * The separator stands for each run of blanks, hyphens and underscores between two words: "a - b"
 * becomes "a-b". Beside a sign such as "+" or ">" only the blanks are replaced, so that
 * "C++ Builder" becomes "C++_Builder", and "a -> b" becomes "a_->_b". A run at an end of the name
 * stays, as in "-5".
 */
QString applyNameRules(const NameRules &rules, const QString &name, NameRuleCounts &counts);

} // namespace tagsmith
