// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/RemoveInvisible.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>

namespace tagsmith
{

namespace
{

constexpr UChar32 zeroWidthNonJoiner = 0x200C;
constexpr UChar32 zeroWidthJoiner = 0x200D;
constexpr UChar32 mongolianVowelSeparator = 0x180E;
constexpr UChar32 noCharacter = -1;

bool isJoiner(UChar32 c)
{
    return c == zeroWidthNonJoiner || c == zeroWidthJoiner || c == mongolianVowelSeparator;
}

/** The letters of a flag such as Scotland's; the last one ends it. */
bool isTag(UChar32 c)
{
    return c >= 0xE0020 && c <= 0xE007F;
}

bool isCancelTag(UChar32 c)
{
    return c == 0xE007F;
}

bool isHieroglyphControl(UChar32 c)
{
    return c >= 0x13430 && c <= 0x1345F;
}

bool isInvisible(UChar32 c)
{
    return (U_GET_GC_MASK(c) & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0 &&
           !QChar::isSpace(static_cast<char32_t>(c)) && !isHieroglyphControl(c) &&
           !u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK);
}

/** Whether @p c is a letter or a mark that looks different beside a joiner. */
bool needsJoiners(UChar32 c)
{
    if (c < 0 || (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) == 0)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_ADLAM:
    case USCRIPT_ARABIC:
    case USCRIPT_BALINESE:
    case USCRIPT_BENGALI:
    case USCRIPT_CHAKMA:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_GRANTHA:
    case USCRIPT_GUJARATI:
    case USCRIPT_GURMUKHI:
    case USCRIPT_HANIFI_ROHINGYA:
    case USCRIPT_JAVANESE:
    case USCRIPT_KANNADA:
    case USCRIPT_KHMER:
    case USCRIPT_MALAYALAM:
    case USCRIPT_MANDAIC:
    case USCRIPT_MEITEI_MAYEK:
    case USCRIPT_MONGOLIAN:
    case USCRIPT_MYANMAR:
    case USCRIPT_NKO:
    case USCRIPT_ORIYA:
    case USCRIPT_PHAGS_PA:
    case USCRIPT_SINHALA:
    case USCRIPT_SUNDANESE:
    case USCRIPT_SYRIAC:
    case USCRIPT_TAMIL:
    case USCRIPT_TELUGU: return true;
    default: return false;
    }
}

bool isVirama(UChar32 c)
{
    constexpr uint8_t viramaClass = 9;
    return c >= 0 && u_getCombiningClass(c) == viramaClass;
}

bool isEmoji(UChar32 c)
{
    return c >= 0 && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

/** What may stand between an emoji and the joiner after it. */
bool belongsToEmoji(UChar32 c)
{
    return isTag(c) || u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) ||
           u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER);
}

/** A mark that any script uses, such as the vowel signs of Arabic. */
bool isSharedMark(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 &&
           uscript_getScript(c, &status) == USCRIPT_INHERITED;
}

/** The last character of @p text, or the last one that @p isSkipped does not hold for. */
template <class IsSkipped>
UChar32 lastOf(const QString &text, const IsSkipped &isSkipped)
{
    const char16_t *units = reinterpret_cast<const char16_t *>(text.constData());
    qsizetype at = text.size();
    while (at > 0) {
        UChar32 c = 0;
        U16_PREV(units, 0, at, c);
        if (!isSkipped(c))
            return c;
    }
    return noCharacter;
}

/** The first character of @p text from @p at on that can be seen. */
UChar32 nextVisible(QStringView text, qsizetype at)
{
    while (at < text.size()) {
        UChar32 c = 0;
        U16_NEXT(text.utf16(), at, text.size(), c);
        if (!isInvisible(c))
            return c;
    }
    return noCharacter;
}

/** Whether the joiner @p c, between @p before and @p next, does anything; a second one does not. */
bool isNeeded(UChar32 c, const QString &before, UChar32 next)
{
    if (c == zeroWidthJoiner && isVirama(lastOf(before, [](UChar32) { return false; })))
        return true; // the end of a word in Malayalam, for example
    if (c == zeroWidthJoiner && isEmoji(next) && isEmoji(lastOf(before, belongsToEmoji)))
        return true;
    return needsJoiners(next) && needsJoiners(lastOf(before, isSharedMark));
}

/** The length of the tags of a flag that begin at @p at; 0 where they never end. */
qsizetype flagLength(QStringView text, qsizetype at)
{
    const qsizetype begin = at;
    while (at < text.size()) {
        UChar32 c = 0;
        U16_NEXT(text.utf16(), at, text.size(), c);
        if (isCancelTag(c))
            return at - begin;
        if (!isTag(c))
            return 0;
    }
    return 0;
}

/** Whether @p text may have such characters at all; beyond the first plane it is not looked at. */
bool isSuspicious(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        if (c.unicode() >= 0x20 && c.unicode() < 0x7F)
            return false;
        return c.isHighSurrogate() || isInvisible(c.unicode());
    });
}

} // namespace

QString removeInvisible(const QString &text)
{
    if (!isSuspicious(text))
        return text;
    const QStringView all(text);
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < all.size();) {
        const qsizetype begin = at;
        UChar32 c = 0;
        U16_NEXT(all.utf16(), at, all.size(), c);
        if (isTag(c) && isEmoji(lastOf(result, belongsToEmoji))) {
            const qsizetype length = flagLength(all, begin);
            result.append(all.mid(begin, length));
            at = length > 0 ? begin + length : at;
        } else if (!isInvisible(c) || (isJoiner(c) && isNeeded(c, result, nextVisible(all, at)))) {
            result.append(all.mid(begin, at - begin));
        }
    }
    return result;
}

} // namespace tagsmith
