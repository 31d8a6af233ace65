// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/XlsxArchive.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace tagsmith
{

/** The texts that the cells of a workbook share, in UTF-8 one behind the other. */
class XlsxSharedStrings
{
public:
    /** Reads @p part; an empty name: there are none. */
    XlsxSharedStrings(const XlsxArchive &archive, const QString &part);

    /** The text with that number, nothing if there is none. */
    std::optional<QString> at(qsizetype index) const;

private:
    QByteArray m_texts;
    std::vector<qsizetype> m_ends;
};

} // namespace tagsmith
