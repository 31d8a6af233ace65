// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/WorkbookSheets.h"

#include "transfer/OpenWorkbook.h"
#include "transfer/RecordReader.h"
#include "transfer/XlsxBook.h"

namespace tagsmith
{

QStringList workbookSheets(const ImportSource &source)
{
    ByteSource bytes(source, readerChunkSize);
    if (bytes.head(1).isEmpty())
        return {};
    const std::unique_ptr<XlsxArchive> archive = openWorkbook(source, bytes);
    QStringList names;
    if (archive) {
        const XlsxBook book = readBook(*archive);
        for (const XlsxSheet &sheet : book.sheets) {
            if (sheet.isVisible)
                names.append(sheet.name);
        }
    }
    return names;
}

} // namespace tagsmith
