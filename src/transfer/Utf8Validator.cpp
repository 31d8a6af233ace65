// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/Utf8Validator.h"

#include <cstdint>
#include <cstring>

namespace tagsmith
{

namespace
{

/** The index of the first byte from @p at on that is not ASCII. */
qsizetype skipAscii(QByteArrayView chunk, qsizetype at)
{
    constexpr qsizetype wordSize = sizeof(std::uint64_t);
    constexpr std::uint64_t highBits = 0x8080808080808080ULL;
    while (chunk.size() - at >= wordSize) {
        std::uint64_t word = 0;
        std::memcpy(&word, chunk.data() + at, sizeof word);
        if ((word & highBits) != 0)
            break;
        at += wordSize;
    }
    while (at < chunk.size() && static_cast<unsigned char>(chunk[at]) < 0x80)
        ++at;
    return at;
}

} // namespace

bool Utf8Validator::begin(unsigned char byte)
{
    m_low = 0x80;
    m_high = 0xBF;
    if (byte >= 0xC2 && byte <= 0xDF) {
        m_missing = 1;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        m_missing = 2;
        if (byte == 0xE0)
            m_low = 0xA0; // shorter forms exist
        else if (byte == 0xED)
            m_high = 0x9F; // surrogates
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        m_missing = 3;
        if (byte == 0xF0)
            m_low = 0x90;
        else if (byte == 0xF4)
            m_high = 0x8F; // beyond U+10FFFF
    } else {
        return false;
    }
    return true;
}

qsizetype Utf8Validator::feed(QByteArrayView chunk)
{
    qsizetype at = 0;
    while (true) {
        if (m_missing == 0)
            at = skipAscii(chunk, at);
        if (at == chunk.size())
            break;
        const auto byte = static_cast<unsigned char>(chunk[at]);
        if (m_missing == 0) {
            m_characterOffset = m_offset + at;
            m_characterByte = byte;
            if (!begin(byte)) {
                m_failed = true;
                return at;
            }
        } else {
            if (byte < m_low || byte > m_high) {
                m_failed = true;
                return at;
            }
            m_low = 0x80;
            m_high = 0xBF;
            if (--m_missing == 0)
                ++m_longCharacters;
        }
        ++at;
    }
    m_offset += chunk.size();
    return at;
}

} // namespace tagsmith
