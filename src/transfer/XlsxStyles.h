// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/XlsxArchive.h"
#include "transfer/XlsxNumberKind.h"

#include <vector>

namespace tagsmith
{

/** What the styles of a workbook's cells make of their numbers. */
class XlsxStyles
{
public:
    /** Reads @p part; an empty name: there are none. */
    XlsxStyles(const XlsxArchive &archive, const QString &part);

    /** Of the style with that number. */
    NumberKind kindOf(qsizetype style) const;

private:
    std::vector<NumberKind> m_kinds;
};

} // namespace tagsmith
