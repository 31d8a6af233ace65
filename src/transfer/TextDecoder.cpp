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
        m_wrongOffset = m_wholeUnits ? m_units * 2 : offset + (from - chunk.begin()) - pending();
        return Status::Malformed;
    }
    return atEnd ? Status::End : Status::More;
}

qint64 TextDecoder::pending() const
{
    std::array<char, 32> bytes{};
    auto count = static_cast<int8_t>(bytes.size());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(m_converter, bytes.data(), &count, &status);
    return U_SUCCESS(status) ? count : 0;
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
