// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/**
 * @p text as the XML of a workbook can hold it: characters that XML has no place for become
 * _xHHHH_, and what looks like that already is told apart by _x005F_.
 */
QString escapeCellText(const QString &text);

/** The reverse of escapeCellText(). */
QString unescapeCellText(QString text);

} // namespace tagsmith
