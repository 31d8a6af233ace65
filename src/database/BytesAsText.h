// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace tagsmith
{

/** @p bytes as the text that they are in UTF-8; such as are none come as 0x… in hexadecimal. */
QString bytesAsText(const QByteArray &bytes);

} // namespace tagsmith
