// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** "9,437". */
QString grouped(qint64 count);
/** "1 tag", "9,437 tags". */
QString countOf(qint64 count, const QString &one, const QString &many);
/** @p text on one line: what would break it, or drive a terminal, is written as an escape. */
QString onOneLine(const QString &text);
/** The same in quotation marks. */
QString quoted(const QString &text);

} // namespace tagsmith
