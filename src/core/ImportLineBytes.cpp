// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ImportLineBytes.h"

#include <algorithm>
#include <cstring>

namespace tagsmith
{

namespace
{

/** Seven bits to a byte, the lowest first; the highest bit says that there are more. */
void appendNumber(QByteArray &bytes, quint64 number)
{
    while (number >= 0x80) {
        bytes.append(static_cast<char>((number & 0x7f) | 0x80));
        number >>= 7;
    }
    bytes.append(static_cast<char>(number));
}

bool takeNumber(QByteArrayView &bytes, quint64 &number)
{
    number = 0;
    for (int shift = 0; shift < 64 && !bytes.isEmpty(); shift += 7) {
        const auto byte = static_cast<quint8>(bytes.front());
        bytes = bytes.sliced(1);
        number |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

/** Texts of Latin letters, which most are, take one byte for each; 0 is NULL. */
void appendCell(QByteArray &bytes, const Cell &cell)
{
    if (!cell) {
        appendNumber(bytes, 0);
        return;
    }
    const bool isWide =
        std::any_of(cell->cbegin(), cell->cend(), [](QChar unit) { return unit.unicode() > 0xff; });
    appendNumber(bytes, static_cast<quint64>(cell->size()) * 2 + (isWide ? 1 : 0) + 1);
    if (isWide) {
        bytes.append(reinterpret_cast<const char *>(cell->utf16()), cell->size() * 2);
        return;
    }
    const qsizetype begin = bytes.size();
    bytes.resize(begin + cell->size());
    char *out = bytes.data() + begin;
    for (const QChar unit : *cell)
        *out++ = static_cast<char>(unit.unicode());
}

bool takeCell(QByteArrayView &bytes, Cell &cell)
{
    quint64 head = 0;
    if (!takeNumber(bytes, head))
        return false;
    cell.reset();
    if (head == 0)
        return true;
    const bool isWide = (head - 1) % 2 == 1;
    const quint64 units = (head - 1) / 2;
    const auto left = static_cast<quint64>(bytes.size());
    if (units > left || (isWide && units * 2 > left))
        return false;
    const auto size = static_cast<qsizetype>(units);
    QString text(size, Qt::Uninitialized);
    if (isWide)
        std::memcpy(text.data(), bytes.data(), static_cast<size_t>(size) * 2);
    else
        text = QString::fromLatin1(bytes.first(size));
    bytes = bytes.sliced(isWide ? size * 2 : size);
    cell = std::move(text);
    return true;
}

bool takeText(QByteArrayView &bytes, QString &text)
{
    Cell cell;
    if (!takeCell(bytes, cell))
        return false;
    text = cell.value_or(QString());
    return true;
}

void appendRow(QByteArray &bytes, const Row &row)
{
    appendNumber(bytes, row.size());
    for (const Cell &cell : row)
        appendCell(bytes, cell);
}

bool takeRow(QByteArrayView &bytes, Row &row)
{
    quint64 size = 0;
    if (!takeNumber(bytes, size) || size > static_cast<quint64>(bytes.size()))
        return false;
    row.resize(static_cast<size_t>(size));
    return std::all_of(row.begin(), row.end(),
                       [&bytes](Cell &cell) { return takeCell(bytes, cell); });
}

} // namespace

void appendLineBytes(QByteArray &bytes, const ImportLine &line)
{
    appendNumber(bytes, static_cast<quint64>(line.line));
    appendNumber(bytes, static_cast<quint64>(line.position));
    appendNumber(bytes, static_cast<quint64>(line.verdict));
    appendCell(bytes, line.name);
    appendRow(bytes, line.values);
    appendRow(bytes, line.stored);
    appendCell(bytes, line.equalName);
    appendNumber(bytes, static_cast<quint64>(line.equalLine));
    appendCell(bytes, line.column);
    appendCell(bytes, line.action);
    appendCell(bytes, line.target);
    appendCell(bytes, line.reason);
}

bool takeLineBytes(QByteArrayView &bytes, ImportLine &line)
{
    quint64 number = 0;
    quint64 position = 0;
    quint64 verdict = 0;
    quint64 equalLine = 0;
    const bool isWhole = takeNumber(bytes, number) && takeNumber(bytes, position) &&
                         takeNumber(bytes, verdict) && takeText(bytes, line.name) &&
                         takeRow(bytes, line.values) && takeRow(bytes, line.stored) &&
                         takeText(bytes, line.equalName) && takeNumber(bytes, equalLine) &&
                         takeText(bytes, line.column) && takeText(bytes, line.action) &&
                         takeText(bytes, line.target) && takeText(bytes, line.reason);
    line.line = static_cast<qint64>(number);
    line.position = static_cast<int>(position);
    line.verdict = static_cast<LineVerdict>(verdict);
    line.equalLine = static_cast<qint64>(equalLine);
    return isWhole;
}

} // namespace tagsmith
