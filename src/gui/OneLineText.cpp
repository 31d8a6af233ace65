// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/OneLineText.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString oneLineText(const QString &text)
{
    QString shown = text.left(oneLineLength);
    shown.replace("\r\n"_L1, "↵"_L1);
    for (const char16_t lineEnd : {u'\n', u'\r', u'\u2028', u'\u2029'})
        shown.replace(QChar(lineEnd), QChar(u'↵'));
    return text.size() > oneLineLength ? shown + u'…' : shown;
}

} // namespace tagsmith
