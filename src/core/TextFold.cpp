// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/TextFold.h"

#include "core/Error.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/**
 * Whether @p c is an accent. Vowel signs of Indic scripts and the voicing marks of kana are marks
 * as well, but without them a word is another word.
 */
bool isAccent(UChar32 c)
{
    constexpr UChar32 voicedMark = 0x3099;
    constexpr UChar32 semiVoicedMark = 0x309A;
    if (c == voicedMark || c == semiVoicedMark || (U_GET_GC_MASK(c) & U_GC_M_MASK) == 0)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_INHERITED:
    case USCRIPT_COMMON:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC: return true;
    default: return false;
    }
}

/** Letters that people type without their stroke although Unicode does not take them apart. */
const char16_t *plainLetter(UChar32 c)
{
    switch (c) {
    case 0x00E6: return u"ae"; // æ
    case 0x0153: return u"oe"; // œ
    case 0x00F8: return u"o";  // ø
    case 0x0142: return u"l";  // ł
    case 0x0111: return u"d";  // đ
    case 0x0127: return u"h";  // ħ
    case 0x0167: return u"t";  // ŧ
    case 0x0131: return u"i";  // ı
    default: return nullptr;
    }
}

icu::UnicodeString normalized(const icu::Normalizer2 *form, const icu::UnicodeString &text,
                              UErrorCode &status)
{
    return U_SUCCESS(status) ? form->normalize(text, status) : text;
}

std::string foldCodePoint(UChar32 codePoint)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto *caseFold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto *decompose = icu::Normalizer2::getNFDInstance(status);
    const icu::UnicodeString letters =
        normalized(decompose, normalized(caseFold, icu::UnicodeString(codePoint), status), status);
    if (U_FAILURE(status)) {
        throw DatabaseError(ErrorKind::Internal,
                            u"ICU's data files are missing; install the package libicu."_s);
    }

    icu::UnicodeString plain;
    for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
        const UChar32 letter = letters.char32At(i);
        if (const char16_t *replacement = plainLetter(letter))
            plain.append(replacement, -1);
        else if (!isAccent(letter))
            plain.append(letter);
    }
    std::string utf8;
    return plain.toUTF8String(utf8);
}

} // namespace

const std::string &TextFold::foldOf(char32_t codePoint)
{
    auto &page = m_pages[codePoint >> 8];
    if (!page)
        page = std::make_unique<Page>();
    std::uint32_t &place = (*page)[codePoint & 0xFF];
    if (place == 0) {
        m_folds.push_back(foldCodePoint(static_cast<UChar32>(codePoint)));
        place = static_cast<std::uint32_t>(m_folds.size());
    }
    return m_folds[place - 1];
}

void TextFold::fold(std::string_view utf8, std::string &folded)
{
    constexpr UChar32 replacement = 0xFFFD;
    folded.clear();
    const auto *bytes = reinterpret_cast<const uint8_t *>(utf8.data());
    size_t i = 0;
    while (i < utf8.size()) {
        const uint8_t byte = bytes[i];
        if (byte < 0x80) {
            const bool isUpper = byte >= 'A' && byte <= 'Z';
            folded.push_back(static_cast<char>(isUpper ? byte | 0x20 : byte));
            ++i;
            continue;
        }
        UChar32 codePoint = 0;
        U8_NEXT(bytes, i, utf8.size(), codePoint);
        folded += foldOf(static_cast<char32_t>(codePoint < 0 ? replacement : codePoint));
    }
}

std::string TextFold::fold(std::string_view utf8)
{
    std::string folded;
    fold(utf8, folded);
    return folded;
}

} // namespace tagsmith
