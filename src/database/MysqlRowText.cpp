// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlRowText.h"

namespace tagsmith
{

namespace
{

bool isEscaped(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(QByteArray &row, char c)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    row += '\\';
    switch (c) {
    case '"':
    case '\\': row += c; return;
    case '\b': row += 'b'; return;
    case '\t': row += 't'; return;
    case '\n': row += 'n'; return;
    case '\f': row += 'f'; return;
    case '\r': row += 'r'; return;
    default: row.append("u00").append(digits[c >> 4]).append(digits[c & 15]);
    }
}

} // namespace

void appendJsonString(QByteArray &row, QByteArrayView value)
{
    row += '"';
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (!isEscaped(value[i]))
            continue;
        row.append(value.sliced(plainFrom, i - plainFrom));
        appendEscaped(row, value[i]);
        plainFrom = i + 1;
    }
    row.append(value.sliced(plainFrom));
    row += '"';
}

} // namespace tagsmith
