// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqliteRowText.h"

#include <QStringDecoder>
#include <QUtf8StringView>

#include <array>
#include <charconv>
#include <cstring>

namespace tagsmith
{

namespace
{

constexpr size_t maxDigits = 32;

bool needsHex(QByteArrayView text)
{
    return text.contains('\0') || !QUtf8StringView(text.data(), text.size()).isValidUtf8();
}

void append(std::string &row, QByteArrayView text)
{
    row.append(text.data(), static_cast<size_t>(text.size()));
}

void appendEscaped(std::string &row, QByteArrayView text)
{
    static constexpr char digits[] = "0123456789abcdef";
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        append(row, text.sliced(plainFrom, i - plainFrom));
        plainFrom = i + 1;
        row += '\\';
        if (c < 0x20)
            row.append("u00").append({digits[c >> 4], digits[c & 15]});
        else
            row += static_cast<char>(c);
    }
    append(row, text.sliced(plainFrom));
}

int hexDigit(char c)
{
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

QByteArray unescaped(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isEscaped = text[i] == '\\' && i + 1 < text.size();
        if (isEscaped)
            ++i;
        if (isEscaped && text[i] == 'u' && i + 4 < text.size()) {
            result += static_cast<char>(hexDigit(text[i + 3]) * 16 + hexDigit(text[i + 4]));
            i += 4;
        } else {
            result += text[i];
        }
    }
    return result;
}

/** Behind the closing quote of the string that begins at @p from, or -1. */
qsizetype endOfString(QByteArrayView row, qsizetype from)
{
    qsizetype at = from + 1;
    while (at < row.size()) {
        if (row[at] == '\\')
            ++at;
        else if (row[at] == '"')
            return at + 1;
        ++at;
    }
    return -1;
}

StoredValue decoded(QByteArrayView text)
{
    const char storage = text.isEmpty() ? '\0' : text[0];
    const QByteArrayView rest = text.sliced(text.isEmpty() ? 0 : 1);
    switch (storage) {
    case 't': return {'t', rest.contains('\\') ? unescaped(rest) : rest.toByteArray()};
    case 'b': return {'b', QByteArray::fromHex(rest.toByteArray())};
    case 'x': return {'t', QByteArray::fromHex(rest.toByteArray())};
    default: return {storage, rest.toByteArray()};
    }
}

} // namespace

void appendInteger(std::string &row, qint64 value)
{
    row.append("\"i").append(std::to_string(value)) += '"';
}

void appendReal(std::string &row, double value)
{
    std::array<char, maxDigits> digits = {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    row.append("\"r").append(digits.data(), end) += '"';
}

void appendText(std::string &row, QByteArrayView text)
{
    if (needsHex(text)) {
        row += "\"x";
        append(row, text.toByteArray().toHex());
    } else {
        row += "\"t";
        appendEscaped(row, text);
    }
    row += '"';
}

void appendBlob(std::string &row, QByteArrayView bytes)
{
    row += "\"b";
    append(row, bytes.toByteArray().toHex());
    row += '"';
}

std::optional<StoredValue> storedValue(QByteArrayView row, int index)
{
    qsizetype at = 1; // behind the bracket
    for (int i = 0; at < row.size(); ++i) {
        const bool isString = row[at] == '"';
        const qsizetype end = isString ? endOfString(row, at) : at + 4; // null
        if (end < 0 || end >= row.size())
            return std::nullopt;
        if (i == index)
            return isString ? decoded(row.sliced(at + 1, end - at - 2)) : StoredValue();
        at = end + 1; // behind the comma
    }
    return std::nullopt;
}

double realOf(const QByteArray &digits)
{
    double value = 0;
    std::from_chars(digits.constData(), digits.constData() + digits.size(), value);
    return value;
}

} // namespace tagsmith
