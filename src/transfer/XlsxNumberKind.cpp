// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxNumberKind.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 millisecondsOfDay = 86'400'000;

/** What a number format shows of a date. */
struct Shown
{
    bool date = false;
    bool time = false;
    bool months = false; ///< or minutes
    bool duration = false;
};

/** Just behind what begins at @p at and is no field of a date: text in quotes, colours, "AM/PM". */
qsizetype skipDecoration(QStringView code, qsizetype at, Shown &shown)
{
    const auto behind = [&](QChar end) {
        const qsizetype found = code.indexOf(end, at + 1);
        return found < 0 ? code.size() : found + 1;
    };
    const char16_t sign = code[at].unicode();
    if (sign == u'\\' || sign == u'_' || sign == u'*')
        return at + 2;
    if (sign == u'"')
        return behind(u'"');
    if (sign == u'[') {
        const qsizetype end = behind(u']');
        const QStringView inside = code.sliced(at + 1, std::max<qsizetype>(end - at - 2, 0));
        shown.duration = shown.duration || (!inside.isEmpty() &&
                                            std::all_of(inside.begin(), inside.end(), [](QChar c) {
                                                return QStringView(u"hHmMsS").contains(c);
                                            }));
        return end;
    }
    for (const QStringView word :
         {QStringView(u"General"), QStringView(u"AM/PM"), QStringView(u"A/P")}) {
        if (code.sliced(at).startsWith(word, Qt::CaseInsensitive))
            return at + word.size();
    }
    return at;
}

void addField(QChar field, Shown &shown)
{
    switch (field.toLower().unicode()) {
    case u'y':
    case u'd': shown.date = true; break;
    case u'h':
    case u's': shown.time = true; break;
    case u'm': shown.months = true; break;
    default: break;
    }
}

QString timeText(qint64 milliseconds)
{
    const QChar zero(u'0');
    const qint64 seconds = milliseconds / 1000;
    QString text = u"%1:%2:%3"_s.arg(seconds / 3600, 2, 10, zero)
                       .arg(seconds / 60 % 60, 2, 10, zero)
                       .arg(seconds % 60, 2, 10, zero);
    if (const qint64 rest = milliseconds % 1000; rest != 0)
        text += u".%1"_s.arg(rest, 3, 10, zero);
    return text;
}

QString dateText(qint64 day, bool is1904)
{
    constexpr qint64 noSuchDay = 60;
    if (is1904)
        return QDate(1904, 1, 1).addDays(day).toString(Qt::ISODate);
    if (day == noSuchDay)
        return u"1900-02-29"_s;
    const QDate dayZero = day < noSuchDay ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    return dayZero.addDays(day).toString(Qt::ISODate);
}

} // namespace

NumberKind numberKindOfCode(QStringView code)
{
    Shown shown;
    qsizetype at = 0;
    // Only the first section counts; the others are for negative numbers, zero and text.
    while (at < code.size() && code[at] != u';') {
        const qsizetype behind = skipDecoration(code, at, shown);
        if (behind == at)
            addField(code[at++], shown);
        else
            at = behind;
    }
    if (shown.duration)
        return NumberKind::Duration;
    const bool hasDate = shown.date || (shown.months && !shown.time);
    if (hasDate)
        return shown.time ? NumberKind::DateTime : NumberKind::Date;
    return shown.time ? NumberKind::Time : NumberKind::Plain;
}

NumberKind numberKindOfId(int format)
{
    const auto isIn = [format](int first, int last) { return format >= first && format <= last; };
    if (format == 22)
        return NumberKind::DateTime;
    if (format == 46)
        return NumberKind::Duration;
    if (isIn(18, 21) || isIn(32, 35) || format == 45 || format == 47)
        return NumberKind::Time;
    if (isIn(14, 17) || isIn(27, 31) || format == 36 || isIn(50, 58))
        return NumberKind::Date;
    return NumberKind::Plain;
}

std::optional<QString> isoDate(double days, NumberKind kind, bool is1904)
{
    const double end = is1904 ? 2'957'004 : 2'958'466; // the first day of the year 10000
    if (kind == NumberKind::Plain || !(days >= 0) || days >= end)
        return std::nullopt;
    const qint64 milliseconds = std::llround(days * double(millisecondsOfDay));
    const qint64 day = milliseconds / millisecondsOfDay;
    const qint64 rest = milliseconds % millisecondsOfDay;
    if (kind == NumberKind::Duration)
        return timeText(milliseconds);
    if (kind == NumberKind::Time && day == 0)
        return timeText(rest);
    if (kind == NumberKind::Date && rest == 0)
        return dateText(day, is1904);
    return dateText(day, is1904) + u' ' + timeText(rest);
}

} // namespace tagsmith
