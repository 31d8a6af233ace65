// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/NameRules.h"

#include "core/Error.h"
#include "core/RemoveInvisible.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** ICU counts in 32 bits; text that long is no name, and is refused for its length later. */
constexpr qsizetype longestName = 100'000'000;

const char16_t *unitsOf(const QString &text)
{
    return reinterpret_cast<const char16_t *>(text.constData());
}

int32_t lengthOf(const QString &text)
{
    return static_cast<int32_t>(text.size());
}

/** What @p transform(units, capacity, status) writes; it answers the length that it needs. */
template <class Transform>
QString transformed(qsizetype expectedLength, const Transform &transform)
{
    QString result(expectedLength, Qt::Uninitialized);
    const auto run = [&](UErrorCode &status) {
        const auto length =
            transform(reinterpret_cast<char16_t *>(result.data()), lengthOf(result), status);
        const bool fits = length <= result.size();
        result.resize(length);
        return fits;
    };
    UErrorCode status = U_ZERO_ERROR;
    if (!run(status)) {
        status = U_ZERO_ERROR;
        run(status);
    }
    if (U_FAILURE(status)) {
        throw DatabaseError(ErrorKind::Internal,
                            u"ICU's data files are missing; install the package libicu."_s);
    }
    return result;
}

QString composed(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    const int32_t length = lengthOf(text);
    if (U_SUCCESS(status) &&
        unorm2_spanQuickCheckYes(nfc, unitsOf(text), length, &status) == length)
        return text;
    return transformed(text.size(), [&](char16_t *units, int32_t capacity, UErrorCode &state) {
        return U_FAILURE(status)
                   ? 0
                   : unorm2_normalize(nfc, unitsOf(text), length, units, capacity, &state);
    });
}

/** Appends @p run to @p result with @p separator for each run of white space in it. */
void appendWithoutBlanks(QString &result, QStringView run, QChar separator)
{
    bool isInBlanks = false;
    for (const QChar c : run) {
        const bool isBlank = c.isSpace();
        if (!isBlank)
            result.append(c);
        else if (!isInBlanks)
            result.append(separator);
        isInBlanks = isBlank;
    }
}

/** One blank for each run of white space. */
QString collapsed(const QString &text)
{
    const auto isOdd = [previous = QChar()](QChar c) mutable {
        const bool isSecond = c == u' ' && previous == u' ';
        previous = c;
        return isSecond || (c != u' ' && c.isSpace());
    };
    if (std::none_of(text.begin(), text.end(), isOdd))
        return text;
    QString result;
    result.reserve(text.size());
    appendWithoutBlanks(result, text, u' ');
    return result;
}

bool standsBetweenWords(QChar c)
{
    return c == u'-' || c == u'_' || c.isSpace();
}

/** Whether @p c is part of a word, as signs such as "+", ">" and "&" are not. */
bool isOfWord(UChar32 c)
{
    constexpr uint32_t signs = U_GC_P_MASK | U_GC_SM_MASK | U_GC_SC_MASK | U_GC_SK_MASK;
    return (U_GET_GC_MASK(c) & signs) == 0 || u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER);
}

/** Whether the run of @p text from @p begin to @p end stands between two words. */
bool partsWords(QStringView text, qsizetype begin, qsizetype end)
{
    UChar32 before = 0;
    UChar32 after = 0;
    U16_PREV(text.utf16(), 0, begin, before);
    U16_NEXT(text.utf16(), end, text.size(), after);
    return isOfWord(before) && isOfWord(after);
}

QString separated(const QString &text, QChar separator)
{
    if (std::none_of(text.begin(), text.end(), standsBetweenWords))
        return text;
    const QStringView all(text);
    QString result;
    result.reserve(text.size());
    for (qsizetype begin = 0; begin < all.size();) {
        const auto *const run = std::find_if(all.begin() + begin, all.end(), standsBetweenWords);
        const auto *const runEnd = std::find_if_not(run, all.end(), standsBetweenWords);
        const qsizetype wordEnd = run - all.begin();
        const qsizetype end = runEnd - all.begin();
        result.append(all.mid(begin, wordEnd - begin));
        if (wordEnd == 0 || end == all.size())
            result.append(all.mid(wordEnd, end - wordEnd));
        else if (partsWords(all, wordEnd, end))
            result.append(separator);
        else
            appendWithoutBlanks(result, all.mid(wordEnd, end - wordEnd), separator);
        begin = end;
    }
    return result;
}

QChar charOf(WordSeparator separator)
{
    switch (separator) {
    case WordSeparator::Hyphen: return u'-';
    case WordSeparator::Underscore: return u'_';
    case WordSeparator::AsItIs:
    case WordSeparator::Blank: break;
    }
    return u' ';
}

/** In Unicode's full mapping: "ß" has two capitals, and a sigma at the end of a word its own. */
QString recased(const QString &text, LetterCase letterCase)
{
    const bool toLower = letterCase == LetterCase::Lower;
    const QChar first = toLower ? u'A' : u'a';
    const QChar last = toLower ? u'Z' : u'z';
    const auto mayChange = [first, last](QChar c) {
        return c.unicode() >= 0x80 || (c >= first && c <= last);
    };
    if (std::none_of(text.begin(), text.end(), mayChange))
        return text;
    return transformed(text.size(), [&](char16_t *units, int32_t capacity, UErrorCode &status) {
        const auto map = toLower ? u_strToLower : u_strToUpper;
        return map(units, capacity, unitsOf(text), lengthOf(text), "", &status);
    });
}

/** Replaces @p name by @p changed, and counts that if they differ. */
void take(QString &name, QString &&changed, qint64 &count)
{
    if (changed == name)
        return;
    name = std::move(changed);
    ++count;
}

} // namespace

QString applyNameRules(const NameRules &rules, const QString &name, NameRuleCounts &counts)
{
    if (!rules.isAny() || name.isEmpty() || name.size() > longestName)
        return name;
    QString result = name;
    if (rules.removeInvisible)
        take(result, removeInvisible(result), counts.cleaned);
    if (rules.compose)
        take(result, composed(result), counts.composed);
    if (rules.collapseBlanks)
        take(result, collapsed(result), counts.collapsed);
    if (rules.trim)
        take(result, result.trimmed(), counts.trimmed);
    if (rules.separator != WordSeparator::AsItIs)
        take(result, separated(result, charOf(rules.separator)), counts.separated);
    if (rules.letterCase != LetterCase::AsTheyAre) {
        take(result, recased(result, rules.letterCase), counts.recased);
        if (rules.compose) // the capitals of a composed letter may be two characters
            result = composed(result);
    }
    return result;
}

} // namespace tagsmith
