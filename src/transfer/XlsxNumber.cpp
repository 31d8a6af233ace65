// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxNumber.h"

#include <cmath>
#include <cstdio>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double wholeLimit = 9'007'199'254'740'992.0; // 2^53: from here on doubles have gaps
/** A spreadsheet keeps that many digits. */
constexpr int spreadsheetDigits = 15;

/** @p text without the zeros at the end of its fraction, which do not change its value. */
QStringView withoutFractionZeros(QStringView text)
{
    if (!text.contains(u'.'))
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

} // namespace

QString plainNumber(const QString &stored)
{
    if (!stored.contains(u'.') && !stored.contains(u'e', Qt::CaseInsensitive))
        return stored;
    bool isNumber = false;
    const double number = stored.toDouble(&isNumber);
    if (!isNumber || std::floor(number) != number || std::fabs(number) >= wholeLimit)
        return stored;
    return QString::number(static_cast<qint64>(number));
}

std::optional<double> exactNumber(ColumnType type, const QString &text)
{
    if (type != ColumnType::Integer && type != ColumnType::Real)
        return std::nullopt;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return std::nullopt;
    const QString written = QString::number(number, 'g', spreadsheetDigits);
    const QStringView wanted =
        type == ColumnType::Real ? withoutFractionZeros(text) : QStringView(text);
    return wanted == written ? std::optional(number) : std::nullopt;
}

} // namespace tagsmith
