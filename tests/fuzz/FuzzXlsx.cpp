// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CheckReader.h"

#include "transfer/WorkbookSheets.h"

#include <QMap>

#include <cstddef>
#include <cstdint>

#include <zip.h>

using namespace tagsmith;
using namespace Qt::StringLiterals;

namespace
{

using Parts = QMap<QByteArray, QByteArray>;

const Parts &plainParts()
{
    static const Parts parts{
        {"xl/workbook.xml",
         "<workbook xmlns=\"m\" xmlns:r=\"o\"><sheets><sheet name=\"First\" r:id=\"rId1\"/>"
         "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships xmlns=\"urn:r\">"
         "<Relationship Id=\"rId1\" Type=\"o/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
         "<Relationship Id=\"rId2\" Type=\"o/sharedStrings\" Target=\"sharedStrings.xml\"/>"
         "<Relationship Id=\"rId3\" Type=\"o/styles\" Target=\"styles.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"}};
    return parts;
}

/** The name of the part that a line "== sheet" begins. */
QByteArray partName(const QByteArray &word)
{
    static const Parts names{{"sheet", "xl/worksheets/sheet1.xml"},
                             {"strings", "xl/sharedStrings.xml"},
                             {"styles", "xl/styles.xml"},
                             {"workbook", "xl/workbook.xml"},
                             {"relations", "xl/_rels/workbook.xml.rels"}};
    return names.value(word);
}

/** The parts that @p text names by lines such as "== sheet", over those of a plain workbook. */
Parts partsOf(const QByteArray &text)
{
    Parts parts = plainParts();
    QByteArray name = partName("sheet");
    bool isFirst = true;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray next = line.startsWith("== ") ? partName(line.sliced(3)) : QByteArray();
        if (!next.isEmpty()) {
            name = next;
            isFirst = true;
            continue;
        }
        QByteArray &part = parts[name];
        part = isFirst ? line : part + '\n' + line;
        isFirst = false;
    }
    return parts;
}

/** A zip archive of @p parts, which are stored as they are, in memory. */
QByteArray archiveOf(const Parts &parts)
{
    zip_error_t fault;
    zip_error_init(&fault);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &fault);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &fault);
    if (archive == nullptr)
        failFuzz("no archive can be made", QString::fromUtf8(zip_error_strerror(&fault)));
    zip_source_keep(target);
    for (auto part = parts.constBegin(); part != parts.constEnd(); ++part) {
        zip_source_t *content = zip_source_buffer(archive, part->constData(),
                                                  static_cast<zip_uint64_t>(part->size()), 0);
        const zip_int64_t index =
            zip_file_add(archive, part.key().constData(), content, ZIP_FL_ENC_UTF_8);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    zip_close(archive);
    zip_stat_t status;
    zip_stat_init(&status);
    QByteArray bytes;
    if (zip_source_open(target) == 0 && zip_source_stat(target, &status) == 0) {
        bytes.resize(static_cast<qsizetype>(status.size));
        zip_source_read(target, bytes.data(), status.size);
        zip_source_close(target);
    }
    zip_source_free(target);
    zip_error_fini(&fault);
    return bytes;
}

/** Every sheet of @p workbook, and that reading it again gives the same. */
void checkWorkbook(const QByteArray &workbook, std::optional<FileFormat> format)
{
    // A text of the sheet may be deflated, and entities and shared texts are written once.
    constexpr qsizetype mostUnpacked = 1100;
    const qsizetype mostUnits = mostUnpacked * (workbook.size() + 1);
    ImportSource source;
    source.data = workbook;
    source.format = format;
    const Reading usual = readAll(source, readerChunkSize, mostUnits);
    constexpr qsizetype smallChunk = 7;
    requireSame(usual, readAll(source, smallChunk, mostUnits));
    try {
        for (const QString &sheet : workbookSheets(source)) {
            source.sheet = sheet;
            readAll(source, readerChunkSize, mostUnits);
        }
    } catch (const DatabaseError &) {
        if (usual.error.message.isEmpty())
            failFuzz("a workbook that can be read has no sheets");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** The input as the parts of a workbook; as the workbook itself where it begins as a zip archive.
 */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (bytes.startsWith("PK"))
        checkWorkbook(bytes, FileFormat::Xlsx);
    else
        checkWorkbook(archiveOf(partsOf(bytes)), std::nullopt);
    return 0;
}
