// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/TextDecoder.h"

#include "core/Error.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** More bytes than any character has. */
constexpr qsizetype longestCharacter = 16;

/** What @p converter has stopped at. */
QByteArray wrongBytes(UConverter *converter)
{
    std::array<char, 32> bytes{};
    auto count = static_cast<int8_t>(bytes.size());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, bytes.data(), &count, &status);
    return U_SUCCESS(status) ? QByteArray(bytes.data(), count) : QByteArray();
}

/** How many bytes of @p bytes @p converter takes before it stops; what it makes of them is lost. */
qsizetype skipRight(UConverter *converter, QByteArrayView bytes)
{
    std::array<char16_t, 1024> units{};
    const char *from = bytes.begin();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        UChar *to = units.data();
        ucnv_toUnicode(converter, &to, units.data() + units.size(), &from, bytes.end(), nullptr,
                       false, &status);
    }
    return from - bytes.begin();
}

} // namespace

TextDecoder::TextDecoder(ByteSource &source, const QString &encoding)
    : m_source(source), m_wholeUnits(encoding == "UTF-16LE"_L1 || encoding == "UTF-16BE"_L1)
{
    if (encoding == "UTF-8"_L1)
        return;
    UErrorCode status = U_ZERO_ERROR;
    m_converter = ucnv_open(encoding.toLatin1().constData(), &status);
    if (m_converter != nullptr) {
        ucnv_setToUCallBack(m_converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                            &status);
    }
    if (U_FAILURE(status)) {
        ucnv_close(m_converter);
        throw DatabaseError(
            ErrorKind::Usage,
            u"“%1” is not a known encoding; use a name such as UTF-8."_s.arg(encoding));
    }
    constexpr size_t units = 64 * 1024;
    m_utf16.resize(units);
}

TextDecoder::~TextDecoder()
{
    if (m_converter != nullptr)
        ucnv_close(m_converter);
}

TextDecoder::Status TextDecoder::read(QByteArray &text)
{
    return m_converter == nullptr ? readUtf8(text) : readConverted(text);
}

TextDecoder::Status TextDecoder::readUtf8(QByteArray &text)
{
    const QByteArrayView chunk = m_source.next();
    const qsizetype good = m_validator.feed(chunk);
    text.append(chunk.first(good));
    const bool atEnd = chunk.isEmpty();
    if (m_validator.failed() || (atEnd && !m_validator.complete())) {
        m_wrongOffset = m_validator.characterOffset();
        m_wrongByte = m_validator.characterByte();
        return Status::Malformed;
    }
    return atEnd ? Status::End : Status::More;
}

TextDecoder::Status TextDecoder::readConverted(QByteArray &text)
{
    const qint64 offset = m_source.position();
    const QByteArrayView chunk = m_source.next();
    const bool atEnd = chunk.isEmpty();
    const char *from = chunk.begin();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        UChar *to = m_utf16.data();
        ucnv_toUnicode(m_converter, &to, m_utf16.data() + m_utf16.size(), &from, chunk.end(),
                       nullptr, atEnd, &status);
        appendUtf16(text, to - m_utf16.data());
    }
    if (U_FAILURE(status)) {
        const qint64 inChunk = from - chunk.begin();
        noteWrong(offset + inChunk, !atEnd && offset > 0 && inChunk < longestCharacter);
        return Status::Malformed;
    }
    return atEnd ? Status::End : Status::More;
}

/** The wrong character ends before the offset @p end. */
void TextDecoder::noteWrong(qint64 end, bool isNearBorder)
{
    if (isNearBorder && !m_wholeUnits)
        end = endOfWrong(end);
    const QByteArray bytes = wrongBytes(m_converter);
    m_wrongOffset = m_wholeUnits ? m_units * 2 : end - bytes.size();
    m_wrongByte = bytes.isEmpty() ? -1 : static_cast<unsigned char>(bytes.front());
}

/**
 * Decodes once more, without a border between chunks near @p end: of bytes beyond such a border the
 * converter does not tell how many it gives back.
 */
qint64 TextDecoder::endOfWrong(qint64 end)
{
    ucnv_resetToUnicode(m_converter);
    m_source.rewind();
    QByteArray last;
    for (QByteArrayView chunk = m_source.next(); !chunk.isEmpty(); chunk = m_source.next()) {
        last.append(chunk);
        if (m_source.position() >= end + longestCharacter)
            break;
        const qsizetype far = last.size() - 2 * longestCharacter;
        if (far > 0) {
            skipRight(m_converter, QByteArrayView(last).first(far));
            last.remove(0, far);
        }
    }
    return m_source.position() - last.size() + skipRight(m_converter, last);
}

void TextDecoder::appendUtf16(QByteArray &text, qsizetype count)
{
    m_units += count;
    const QStringView units(m_utf16.data(), count);
    const qsizetype before = text.size();
    text.resize(before + m_toUtf8.requiredSpace(count));
    const char *end = m_toUtf8.appendToBuffer(text.data() + before, units);
    text.truncate(end - text.constData());
}

} // namespace tagsmith
