// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/XlsxArchive.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** One sheet of a workbook that has cells. */
struct XlsxSheet
{
    QString name;
    QString part; ///< where it stands in the archive
    bool isVisible = true;
};

/** What a workbook says about its sheets. */
struct XlsxBook
{
    std::vector<XlsxSheet> sheets;
    QString sharedStrings; ///< the part; empty: there is none
    QString styles;        ///< the part; empty: there is none
    bool is1904 = false;   ///< dates are counted from 1904
};

/** The part whose presence makes a zip archive a workbook. */
inline constexpr QStringView workbookPart = u"xl/workbook.xml";

/** Reads it; throws DatabaseError of kind File for a damaged workbook. */
XlsxBook readBook(const XlsxArchive &archive);

/**
 * The sheet of @p book called @p name, or the first visible one if that is empty. Throws
 * DatabaseError of kind File, naming the sheets that there are; @p workbook begins the sentence.
 */
const XlsxSheet &chooseSheet(const XlsxBook &book, const QString &name, const QString &workbook);

} // namespace tagsmith
