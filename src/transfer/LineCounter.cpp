// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/LineCounter.h"

#include <QtEndian>

#include <algorithm>

namespace tagsmith
{

namespace
{

constexpr qsizetype wordSize = sizeof(quint64);
constexpr quint64 ones = 0x0101010101010101ULL;

/** 1 in each byte of @p word that is @p wanted, 0 in the others. */
quint64 bytesThatAre(char wanted, quint64 word)
{
    constexpr quint64 lowBits = 0x7F7F7F7F7F7F7F7FULL;
    const quint64 rest = word ^ (ones * static_cast<quint64>(wanted));
    return ~(((rest & lowBits) + lowBits) | rest | lowBits) >> 7;
}

} // namespace

void LineCounter::advance(QByteArrayView text)
{
    // Eight bytes at a time, since lines may be short and many.
    constexpr qsizetype wordsTogether = 31; // so that no sum of their line ends exceeds a byte
    qsizetype at = 0;
    quint64 crBefore = m_afterCr ? 1 : 0;
    while (text.size() - at >= wordSize) {
        const qsizetype words = std::min((text.size() - at) / wordSize, wordsTogether);
        quint64 sums = 0;
        for (qsizetype i = 0; i < words; ++i, at += wordSize) {
            const auto word = qFromLittleEndian<quint64>(text.data() + at);
            const quint64 cr = bytesThatAre('\r', word);
            const quint64 lf = bytesThatAre('\n', word);
            sums += cr + (lf & ~(cr << 8 | crBefore));
            crBefore = cr >> 56;
        }
        m_line += static_cast<qint64>((sums * ones) >> 56);
    }
    m_afterCr = crBefore != 0;
    for (const char byte : text.sliced(at)) {
        if (byte == '\r' || (byte == '\n' && !m_afterCr))
            ++m_line;
        m_afterCr = byte == '\r';
    }
}

} // namespace tagsmith
