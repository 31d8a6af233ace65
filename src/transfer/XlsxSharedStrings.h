// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/XlsxArchive.h"
#include "transfer/XlsxXml.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace tagsmith
{

/**
 * The texts that the cells of a workbook share, in UTF-8 one behind the other. They are read as far
 * as they are asked for, since the first page of a sheet seldom needs them all. Throws
 * DatabaseError of kind File.
 */
class XlsxSharedStrings
{
public:
    /** Opens @p part of @p archive, which outlives this; an empty name: there are none. */
    XlsxSharedStrings(const XlsxArchive &archive, const QString &part);

    /** The text with that number, nothing if there is none. */
    std::optional<QString> at(qsizetype index);
    /** Reads what is left, which checks that it is whole. */
    void drain();

private:
    bool readNext();

    std::unique_ptr<XlsxXml> m_xml; ///< null: all of them have been read
    QByteArray m_texts;
    std::vector<qsizetype> m_ends;
};

} // namespace tagsmith
