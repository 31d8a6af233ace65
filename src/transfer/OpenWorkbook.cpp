// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/OpenWorkbook.h"

#include "core/Error.h"
#include "transfer/XlsxBook.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QByteArrayView zipMagic("PK\x03\x04", 4);
/** Of the container that Excel used before 2007, and still uses for encrypted workbooks. */
constexpr QByteArrayView oldMagic("\xD0\xCF\x11\xE0", 4);

/** The name of a stream as the old container has it, in UTF-16. */
QByteArray wide(const char *name)
{
    QByteArray bytes;
    for (; *name != '\0'; ++name)
        bytes.append(*name).append('\0');
    return bytes;
}

/** Whether the old container holds a stream called @p name. */
bool holdsStream(ByteSource &bytes, const char *name)
{
    const QByteArray wanted = wide(name);
    QByteArray window;
    bytes.rewind();
    bool found = false;
    for (QByteArrayView chunk = bytes.next(); !found && !chunk.isEmpty(); chunk = bytes.next()) {
        window = window.right(wanted.size()) + chunk.toByteArray();
        found = window.contains(wanted);
    }
    bytes.rewind();
    return found;
}

/** Says so if the old container is a workbook; there are others, such as documents. */
void refuseOldWorkbook(ByteSource &bytes)
{
    if (holdsStream(bytes, "EncryptedPackage")) {
        throw DatabaseError(ErrorKind::File, bytes.name() + u" is protected by a password; save it "
                                                            "without one."_s);
    }
    if (holdsStream(bytes, "Workbook")) {
        throw DatabaseError(ErrorKind::File,
                            bytes.name() + u" is a workbook in the format of Excel 97 to 2003; "
                                           "save it as XLSX in a spreadsheet program."_s);
    }
}

} // namespace

std::unique_ptr<XlsxArchive> openWorkbook(const ImportSource &source, ByteSource &bytes)
{
    if (source.format && *source.format != FileFormat::Xlsx)
        return nullptr;
    const QByteArray head = bytes.head(zipMagic.size());
    const bool isZip = head == zipMagic;
    const bool isWanted = source.format || fileFormatFromPath(source.path) == FileFormat::Xlsx;
    if (head == oldMagic)
        refuseOldWorkbook(bytes);
    if (!isZip && !isWanted)
        return nullptr;
    if (!isZip) {
        throw DatabaseError(ErrorKind::File,
                            bytes.name() + u" is no Excel workbook, since it does not begin as "
                                           "one; choose the format that it has."_s);
    }
    auto archive = std::make_unique<XlsxArchive>(source);
    if (archive->has(workbookPart.toString()))
        return archive;
    if (isWanted) {
        throw DatabaseError(ErrorKind::File,
                            bytes.name() + u" is a zip archive without an Excel workbook; save the "
                                           "workbook as XLSX in a spreadsheet program."_s);
    }
    return nullptr;
}

} // namespace tagsmith
