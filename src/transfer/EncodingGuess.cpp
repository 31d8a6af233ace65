// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/EncodingGuess.h"

#include "transfer/Encoding.h"

#include <QtEndian>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

struct CloseDetector
{
    void operator()(UCharsetDetector *detector) const { ucsdet_close(detector); }
};

struct CloseConverter
{
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};

/**
 * How many of 100 characters beyond ASCII are letters when the strict converter called @p name
 * reads @p sample, whose end may be cut; -1 if it cannot read it.
 */
int letterShare(const char *name, const QByteArray &sample)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name, &status));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    if (U_FAILURE(status))
        return -1;
    std::vector<UChar> target(static_cast<size_t>(sample.size()) * 2 + 16);
    UChar *to = target.data();
    const char *from = sample.constData();
    ucnv_toUnicode(converter.get(), &to, to + target.size(), &from, from + sample.size(), nullptr,
                   false, &status);
    if (U_FAILURE(status))
        return -1;
    qint64 letters = 0;
    qint64 others = 0;
    for (const UChar *at = target.data(); at != to; ++at) {
        if (*at >= 0x80)
            ++(u_isalpha(*at) != 0 ? letters : others);
    }
    return static_cast<int>(letters * 100 / std::max<qint64>(letters + others, 1));
}

/** The share of separators among the code units of @p head, in 1/1024; -1 if it is no text. */
int separatorShare(QByteArrayView head, bool littleEndian)
{
    int separators = 0;
    const qsizetype units = head.size() / 2;
    for (qsizetype i = 0; i < units; ++i) {
        const auto first = static_cast<unsigned char>(head[2 * i]);
        const auto second = static_cast<unsigned char>(head[2 * i + 1]);
        const int unit = littleEndian ? second << 8 | first : first << 8 | second;
        const bool separator = unit == '\n' || unit == '\r' || unit == '\t' || unit == ',' ||
                               unit == ' ' || unit == '"';
        separators += separator ? 1 : 0;
        if (!separator && (unit < 0x20 || u_isdefined(unit) == 0))
            return -1;
    }
    return units == 0 ? -1 : static_cast<int>(separators * 1024LL / units);
}

/** Whether every four bytes of @p head are a character of text in UTF-32; its end may be cut. */
bool isUtf32(QByteArrayView head, bool littleEndian)
{
    constexpr qsizetype unitSize = 4;
    constexpr quint32 lastCharacter = 0x10FFFF;
    for (qsizetype at = 0; at + unitSize <= head.size(); at += unitSize) {
        const char32_t unit = littleEndian ? qFromLittleEndian<quint32>(head.data() + at)
                                           : qFromBigEndian<quint32>(head.data() + at);
        const bool separator = unit == '\n' || unit == '\r' || unit == '\t';
        if (!separator &&
            (unit < 0x20 || unit > lastCharacter || u_isdefined(static_cast<UChar32>(unit)) == 0))
            return false;
    }
    return head.size() >= unitSize;
}

} // namespace

QString wideEncodingByZeros(QByteArrayView head)
{
    // First, because half of the zero bytes of UTF-32 stand as in UTF-16.
    if (isUtf32(head, true))
        return u"UTF-32LE"_s;
    if (isUtf32(head, false))
        return u"UTF-32BE"_s;
    qsizetype even = 0;
    qsizetype odd = 0;
    const qsizetype pairs = head.size() / 2;
    for (qsizetype i = 0; i < pairs; ++i) {
        even += head[2 * i] == '\0' ? 1 : 0;
        odd += head[2 * i + 1] == '\0' ? 1 : 0;
    }
    if (odd * 2 > pairs && even * 20 < pairs)
        return u"UTF-16LE"_s;
    if (even * 2 > pairs && odd * 20 < pairs)
        return u"UTF-16BE"_s;
    return {};
}

QString wideEncodingByUnits(QByteArrayView head)
{
    constexpr int enough = 4; // one in 256
    const int little = separatorShare(head, true);
    const int big = separatorShare(head, false);
    if (little >= enough && little > big)
        return u"UTF-16LE"_s;
    if (big >= enough && big > little)
        return u"UTF-16BE"_s;
    return {};
}

EncodingFinding guessEncoding(const QByteArray &sample)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), sample.constData(), static_cast<int32_t>(sample.size()),
                   &status);
    int32_t count = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector.get(), &count, &status);
    // Read in a wrong encoding, letters become signs: a guess full of signs is only a last resort.
    constexpr int enoughLetters = 75;
    EncodingFinding lastResort{u"windows-1252"_s, EncodingFinding::Source::Guess};
    bool found = false;
    for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const char *name = ucsdet_getName(matches[i], &status);
        const bool excluded = U_FAILURE(status) || isWideEncoding(QString::fromLatin1(name)) ||
                              qstrcmp(name, "UTF-8") == 0 ||
                              qstrncmp(name, "IBM42", 5) == 0; // EBCDIC
        const int share = excluded ? -1 : letterShare(name, sample);
        if (share < 0 || (found && share < enoughLetters))
            continue;
        const EncodingFinding guess{canonicalEncoding(QString::fromLatin1(name)),
                                    EncodingFinding::Source::Guess,
                                    ucsdet_getConfidence(matches[i], &status)};
        if (share >= enoughLetters)
            return guess;
        lastResort = guess;
        found = true;
    }
    return lastResort;
}

} // namespace tagsmith
