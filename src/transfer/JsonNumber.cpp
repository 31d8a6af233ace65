// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/JsonNumber.h"

namespace tagsmith
{

namespace
{

qsizetype skipDigits(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    return at;
}

} // namespace

qsizetype jsonNumberLength(QByteArrayView text)
{
    const qsizetype begin = text.startsWith('-') ? 1 : 0;
    qsizetype end = skipDigits(text, begin);
    if (end == begin)
        return 0;
    if (text[begin] == '0')
        end = begin + 1;
    if (end < text.size() && text[end] == '.') {
        const qsizetype fraction = skipDigits(text, end + 1);
        if (fraction == end + 1)
            return 0;
        end = fraction;
    }
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        const bool sign = end + 1 < text.size() && (text[end + 1] == '+' || text[end + 1] == '-');
        const qsizetype digits = end + (sign ? 2 : 1);
        const qsizetype exponent = skipDigits(text, digits);
        if (exponent == digits)
            return 0;
        end = exponent;
    }
    return end;
}

} // namespace tagsmith
