// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxEscapes.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype escapeSize = 7; // _xHHHH_

/** The code unit of the escape that begins at @p at; -1 if none does. */
int escapeAt(QStringView text, qsizetype at)
{
    const QStringView part = text.sliced(at, std::min(escapeSize, text.size() - at));
    if (part.size() < escapeSize || !part.startsWith(u"_x"_s) || part.back() != u'_')
        return -1;
    const QStringView digits = part.sliced(2, 4);
    const bool isHex = std::all_of(digits.begin(), digits.end(), [](QChar digit) {
        return (digit >= u'0' && digit <= u'9') || (digit >= u'a' && digit <= u'f') ||
               (digit >= u'A' && digit <= u'F');
    });
    return isHex ? digits.toInt(nullptr, 16) : -1;
}

/** Whether XML, or its rules for line ends, would not keep the character at @p at. */
bool needsEscape(QStringView text, qsizetype at)
{
    const char16_t unit = text[at].unicode();
    if (unit < u' ')
        return unit != u'\t' && unit != u'\n';
    if (QChar::isHighSurrogate(unit))
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    if (QChar::isLowSurrogate(unit))
        return at == 0 || !text[at - 1].isHighSurrogate();
    return unit >= 0xFFFE;
}

} // namespace

QString escapeCellText(const QString &text)
{
    QString escaped;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isLiteral = text[at] == u'_' && escapeAt(text, at) >= 0;
        if (!isLiteral && !needsEscape(text, at))
            continue;
        escaped += QStringView(text).sliced(copied, at - copied);
        escaped += u"_x%1_"_s.arg(uint(text[at].unicode()), 4, 16, QChar(u'0')).toUpper();
        escaped[escaped.size() - escapeSize + 1] = u'x';
        copied = at + 1;
    }
    if (copied == 0)
        return text;
    escaped += QStringView(text).sliced(copied);
    return escaped;
}

QString unescapeCellText(QString text)
{
    qsizetype at = text.indexOf(u"_x"_s);
    while (at >= 0) {
        if (const int unit = escapeAt(text, at); unit >= 0)
            text.replace(at, escapeSize, QChar(static_cast<char16_t>(unit)));
        at = text.indexOf(u"_x"_s, at + 1);
    }
    return text;
}

} // namespace tagsmith
