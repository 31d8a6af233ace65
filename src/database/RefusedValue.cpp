// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/RefusedValue.h"

#include <algorithm>
#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** How a sentence of nativeError() begins, and how with a value, if there is one, and a column. */
struct Beginning
{
    QLatin1StringView general;
    const char16_t *withValue;
    bool isMissing = false;
};

constexpr std::array beginnings{
    Beginning{"A value is too long for its column"_L1, u"“%1” is too long for %2"},
    Beginning{"A value cannot be stored in its column"_L1, u"“%1” cannot be stored in %2"},
    Beginning{"A value does not fit its column"_L1, u"“%1” does not fit %2"},
    Beginning{"A value exists already where each may stand once"_L1,
              u"“%1” exists already in %2, where each may stand once"},
    Beginning{"A value is missing"_L1, u"A value for %1 is missing", true},
    Beginning{"A row would refer to one that is not there"_L1,
              u"“%1” in %2 refers to a row that is not there"},
    Beginning{"A check of the database forbids this change"_L1,
              u"A check of the database forbids “%1” in %2"},
    Beginning{"The database forbids this change"_L1, u"The database forbids “%1” in %2"},
};

const Beginning *beginningOf(const QString &sentence)
{
    const auto found =
        std::find_if(beginnings.begin(), beginnings.end(), [&sentence](const Beginning &each) {
            return sentence.startsWith(each.general);
        });
    return found == beginnings.end() ? nullptr : &*found;
}

/** @p sentence as nativeError() has it, if @p table is the one that was named before it. */
QString withoutTable(const QString &sentence, const QString &table)
{
    const QString begin = u"The table %1: "_s.arg(table);
    if (!sentence.startsWith(begin) || sentence.size() == begin.size())
        return sentence;
    return sentence.at(begin.size()).toUpper() + sentence.sliced(begin.size() + 1);
}

/** What the engine said: all that stands in the parentheses. */
QString engineWords(const QString &sentence)
{
    const qsizetype open = sentence.indexOf(u'(');
    const qsizetype close = sentence.lastIndexOf(u')');
    return open < 0 || close <= open ? QString() : sentence.sliced(open + 1, close - open - 1);
}

bool isSqlite(const QString &words, const QString &table, const QString &column)
{
    const QString place = table + u'.' + column;
    return words == u"NOT NULL constraint failed: "_s + place ||
           words == u"UNIQUE constraint failed: "_s + place ||
           (words.startsWith("cannot store "_L1) && words.endsWith(u" column "_s + place));
}

bool isMysql(const QString &words, const QString &table, const QString &column)
{
    const auto quoted = [](QString name) { return u'`' + name.replace(u'`', u"``"_s) + u'`'; };
    const QString place = u'.' + quoted(table) + u'.' + quoted(column);
    return words.endsWith(u" for column '"_s + column + u'\'') ||
           (words.contains(" for column `"_L1) && words.endsWith(place)) ||
           words == u"Column '"_s + column + u"' cannot be null"_s ||
           words.endsWith(u" for key '"_s + column + u'\'') ||
           words.endsWith(u" for key '"_s + table + u'.' + column + u'\'') ||
           words.startsWith(u"CONSTRAINT "_s + quoted(table + u'.' + column) + u" failed for "_s) ||
           (words.contains(u'.' + quoted(table) + u", CONSTRAINT "_s) &&
            words.contains(u" FOREIGN KEY ("_s + quoted(column) + u") REFERENCES "_s));
}

QString excerpt(const QString &text)
{
    constexpr qsizetype most = 40;
    return text.size() <= most ? text : text.first(most) + u'…';
}

} // namespace

QString withRefusedValue(const QString &sentence, const QString &table, const QString &column,
                         const Cell &value)
{
    const QString plain = withoutTable(sentence, table);
    const Beginning *beginning = beginningOf(plain);
    if (!beginning || value.has_value() == beginning->isMissing)
        return {};
    const QString words = engineWords(plain);
    if (!isSqlite(words, table, column) && !isMysql(words, table, column))
        return {};
    const QString begin = QString::fromUtf16(beginning->withValue);
    return (value ? begin.arg(excerpt(*value), column) : begin.arg(column)) +
           plain.sliced(beginning->general.size());
}

} // namespace tagsmith
