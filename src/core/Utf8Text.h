// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace tagsmith
{

/** @p bytes, which are UTF-8, with all of their characters: Qt alone drops U+FEFF from the front.
 */
inline QString utf8Text(QByteArrayView bytes)
{
    const QByteArrayView mark("\xEF\xBB\xBF", 3);
    qsizetype dropped = 0;
    while (bytes.sliced(dropped).startsWith(mark))
        dropped += mark.size();
    const QString rest = QString::fromUtf8(bytes.sliced(dropped));
    return dropped == 0 ? rest : QString(dropped / mark.size(), QChar::ByteOrderMark) + rest;
}

} // namespace tagsmith
