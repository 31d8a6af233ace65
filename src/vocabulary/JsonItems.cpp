// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/JsonItems.h"

namespace tagsmith
{

namespace
{

/** The index of the quote that ends the string whose first character is at @p at. */
qsizetype endOfString(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at] != u'"')
        at += text[at] == u'\\' ? 2 : 1;
    return at;
}

} // namespace

QStringList jsonItems(QStringView array)
{
    const QStringView text = array.trimmed();
    QStringList items;
    int depth = 0;
    qsizetype from = 1; // behind the bracket
    for (qsizetype at = 1; at < text.size(); ++at) {
        const char16_t c = text[at].unicode();
        const bool isEnd = at + 1 == text.size();
        if (c == u'"') {
            at = endOfString(text, at + 1);
        } else if (c == u'[' || c == u'{') {
            ++depth;
        } else if (depth > 0 && (c == u']' || c == u'}')) {
            --depth;
        } else if (depth == 0 && (c == u',' || isEnd)) {
            const QStringView item = text.sliced(from, at - from).trimmed();
            if (!item.isEmpty())
                items << item.toString();
            from = at + 1;
        }
    }
    return items;
}

QString jsonList(const QStringList &items)
{
    return u'[' + items.join(u',') + u']';
}

} // namespace tagsmith
