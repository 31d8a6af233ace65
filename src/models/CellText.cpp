// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/CellText.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString shownText(std::string_view utf8)
{
    constexpr size_t maxBytes = 2000;
    if (utf8.size() <= maxBytes)
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    size_t end = maxBytes;
    while (end > 0 &&
           (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) // inside a character
        --end;
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(end)) + u'…';
}

QString toolTipText(const QString &text)
{
    if (!text.contains(u'<'))
        return text;
    return u"<span style=\"white-space: pre-wrap\">%1</span>"_s.arg(text.toHtmlEscaped());
}

} // namespace tagsmith
