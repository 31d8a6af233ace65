// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxCheck.h"

#include "core/Error.h"
#include "transfer/XlsxArchive.h"

#include <limits>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QByteArrayView rowStart("<row ");
constexpr QByteArrayView sheetEnd("</worksheet>");

bool isWholeSheet(XlsxPart &part, qint64 rowBytes)
{
    constexpr qint64 pieceSize = 256 * 1024;
    QByteArray window;
    qint64 windowAt = 0;
    qint64 firstRow = -1;
    qint64 lastRow = -1;
    for (QByteArray piece = part.read(pieceSize); !piece.isEmpty(); piece = part.read(pieceSize)) {
        // What may be cut at the end of a piece is looked at again with the next one.
        const QByteArray kept = window.right(sheetEnd.size());
        windowAt += window.size() - kept.size();
        window = kept + piece;
        if (const qsizetype at = window.indexOf(rowStart); firstRow < 0 && at >= 0)
            firstRow = windowAt + at;
        if (const qsizetype at = window.lastIndexOf(rowStart); at >= 0)
            lastRow = windowAt + at;
    }
    part.requireSound();
    return lastRow - firstRow == rowBytes && window.trimmed().endsWith(sheetEnd);
}

} // namespace

bool isWholeWorkbook(const QString &path, qint64 rowBytes)
{
    ImportSource source;
    source.path = path;
    try {
        const XlsxArchive archive(source);
        const auto part =
            archive.open(u"xl/worksheets/sheet1.xml"_s, std::numeric_limits<qint64>::max());
        return isWholeSheet(*part, rowBytes);
    } catch (const DatabaseError &) {
        return false;
    }
}

} // namespace tagsmith
