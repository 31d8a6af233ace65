// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxStyles.h"

#include "transfer/XlsxXml.h"

#include <QHash>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Inside `numFmts`: the formats that the workbook defines itself. */
QHash<int, NumberKind> readCodes(XlsxXml &xml)
{
    QHash<int, NumberKind> codes;
    while (xml.next() && !xml.isEnd("numFmts"_L1)) {
        if (!xml.isStart("numFmt"_L1))
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        codes.insert(attributes.value("numFmtId"_L1).toInt(),
                     numberKindOfCode(attributes.value("formatCode"_L1)));
    }
    return codes;
}

} // namespace

XlsxStyles::XlsxStyles(const XlsxArchive &archive, const QString &part)
{
    constexpr qint64 allowedBytes = 1024LL * 1024 * 1024;
    if (part.isEmpty() || !archive.has(part))
        return;
    XlsxXml xml(archive.open(part, allowedBytes));
    QHash<int, NumberKind> codes;
    bool isInCells = false;
    while (xml.next()) {
        if (xml.isStart("numFmts"_L1))
            codes = readCodes(xml);
        else if (xml.isStart("cellXfs"_L1) || xml.isEnd("cellXfs"_L1))
            isInCells = xml.isStart();
        else if (isInCells && xml.isStart("xf"_L1)) {
            const int format = xml.attributes().value("numFmtId"_L1).toInt();
            m_kinds.push_back(codes.value(format, numberKindOfId(format)));
        }
    }
}

NumberKind XlsxStyles::kindOf(qsizetype style) const
{
    const bool isKnown = style >= 0 && static_cast<size_t>(style) < m_kinds.size();
    return isKnown ? m_kinds[static_cast<size_t>(style)] : NumberKind::Plain;
}

} // namespace tagsmith
