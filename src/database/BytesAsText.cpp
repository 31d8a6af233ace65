// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/BytesAsText.h"

#include <QStringDecoder>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString bytesAsText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? u"0x"_s + QString::fromLatin1(bytes.toHex()) : text;
}

} // namespace tagsmith
