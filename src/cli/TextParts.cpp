// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/TextParts.h"

#include <QLocale>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString grouped(qint64 count)
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale.toString(count);
}

QString countOf(qint64 count, const QString &one, const QString &many)
{
    return grouped(count) + u' ' + (count == 1 ? one : many);
}

QString onOneLine(const QString &text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::none_of(text.cbegin(), text.cend(), isControl))
        return text;
    QString result;
    for (const QChar c : text) {
        if (c == u'\n')
            result += "\\n"_L1;
        else if (c == u'\t')
            result += "\\t"_L1;
        else if (isControl(c))
            result += u"\\x%1"_s.arg(uint(c.unicode()), 2, 16, QChar(u'0'));
        else
            result += c;
    }
    return result;
}

QString quoted(const QString &text)
{
    return u'"' + onOneLine(text) + u'"';
}

} // namespace tagsmith
