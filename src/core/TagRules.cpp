// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/TagRules.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype excerptLength = 40;

/** @p text in quotes, cut so that a sentence about a long value stays readable. */
QString excerpt(const QString &text)
{
    return text.size() <= excerptLength ? u"“%1”"_s.arg(text)
                                        : u"“%1…”"_s.arg(text.left(excerptLength));
}

std::optional<Error> checkText(const Column &column, const QString &text)
{
    if (text.contains(QChar::Null)) {
        return Error{ErrorKind::NotStorable,
                     u"The value %1 for %2 has a NUL character; remove it."_s.arg(
                         excerpt(QString(text).remove(QChar::Null)), column.name)};
    }
    if (!text.isValidUtf16()) {
        return Error{ErrorKind::NotStorable,
                     u"A value for %1 is not valid Unicode text; correct it."_s.arg(column.name)};
    }
    const qint64 length = column.maxLength < 0 ? 0 : characterCount(text);
    if (length > column.maxLength && column.maxLength >= 0) {
        return Error{ErrorKind::TooLong,
                     u"%1 has %2 characters, but %3 holds %4; shorten it."_s.arg(
                         excerpt(text), QString::number(length), column.name,
                         QString::number(column.maxLength))};
    }
    return std::nullopt;
}

std::optional<Error> notA(const QString &what, const Column &column, const QString &text)
{
    return Error{ErrorKind::InvalidValue, u"%1 is not %2, which %3 needs; correct it."_s.arg(
                                              excerpt(text), what, column.name)};
}

} // namespace

qint64 characterCount(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

std::optional<Error> checkValue(const Column &column, const Cell &value)
{
    if (!value) {
        if (column.nullable)
            return std::nullopt;
        return Error{ErrorKind::InvalidValue, u"%1 needs a value; give one."_s.arg(column.name)};
    }
    bool fits = true;
    if (column.type == ColumnType::Integer) {
        value->toLongLong(&fits);
        if (!fits)
            value->toULongLong(&fits);
        if (!fits)
            return notA(u"a whole number"_s, column, *value);
    } else if (column.type == ColumnType::Real) {
        value->toDouble(&fits);
        if (!fits)
            return notA(u"a number"_s, column, *value);
    }
    return checkText(column, *value);
}

std::optional<Error> checkName(const Column &column, const Cell &name)
{
    if (!name || name->trimmed().isEmpty())
        return Error{ErrorKind::InvalidValue, u"The name is empty; give the tag a name."_s};
    return checkValue(column, name);
}

} // namespace tagsmith
