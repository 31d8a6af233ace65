// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/ByteSource.h"
#include "transfer/Utf8Validator.h"

#include <QByteArray>
#include <QString>
#include <QStringEncoder>

#include <memory>
#include <vector>

struct UConverter;

namespace tagsmith
{

/** Turns the bytes of a source into UTF-8, chunk by chunk; stops at the first wrong byte. */
class TextDecoder
{
public:
    enum class Status { More, End, Malformed };

    /** @p encoding: as canonicalEncoding() gives it. */
    TextDecoder(ByteSource &source, const QString &encoding);
    ~TextDecoder();
    TextDecoder(const TextDecoder &) = delete;
    TextDecoder &operator=(const TextDecoder &) = delete;

    /** Appends the text of the next chunk to @p text; if malformed, what precedes the fault. */
    Status read(QByteArray &text);
    /** After Malformed: the offset in bytes, from 0, of the first wrong character. */
    qint64 wrongOffset() const { return m_wrongOffset; }
    /** The byte that stands there; -1 where it is not known. */
    int wrongByte() const { return m_wrongByte; }

private:
    Status readUtf8(QByteArray &text);
    Status readConverted(QByteArray &text);
    void appendUtf16(QByteArray &text, qsizetype count);
    void noteWrong(qint64 end, bool isNearBorder);
    qint64 endOfWrong(qint64 end);

    ByteSource &m_source;
    Utf8Validator m_validator;
    UConverter *m_converter = nullptr; ///< nothing for UTF-8
    std::vector<char16_t> m_utf16;
    QStringEncoder m_toUtf8{QStringEncoder::Utf8};
    bool m_wholeUnits; ///< each UTF-16 unit of the text has two bytes in the source
    qint64 m_units = 0;
    qint64 m_wrongOffset = -1;
    int m_wrongByte = -1;
};

} // namespace tagsmith
