// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <utility>

#include <zip.h>

/** The parts of a workbook by name; what a test does not set is as a spreadsheet writes it. */
struct WorkbookParts
{
    QByteArray sheetData; ///< the rows of the sheet "First"
    QByteArray second;    ///< the rows of the sheet "Second & last", if not empty
    QByteArray sharedStrings;
    QByteArray styles;
    QByteArray properties; ///< workbookPr
    QByteArray firstState = "visible";
    QByteArray prologue; ///< what stands before the sheet's root
};

/** A zip archive of @p parts. */
inline QByteArray makeArchive(const QList<std::pair<QString, QByteArray>> &parts)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.zip"));
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, &code);
    for (const auto &[name, bytes] : parts) {
        zip_source_t *content = zip_source_buffer(archive, bytes.constData(),
                                                  static_cast<zip_uint64_t>(bytes.size()), 0);
        zip_file_add(archive, name.toUtf8().constData(), content, ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray makeWorkbook(const WorkbookParts &parts)
{
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const auto root = [&](const QByteArray &name, const QByteArray &content) {
        return "<" + name + " xmlns=\"" + main + "\" xmlns:r=\"" + office + "\">" + content + "</" +
               name + ">";
    };
    const auto relation = [&](const QByteArray &id, const QByteArray &kind,
                              const QByteArray &target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + kind + "\" Target=\"" +
               target + "\"/>";
    };
    QByteArray sheets = "<sheet name=\"First\" sheetId=\"1\" state=\"" + parts.firstState +
                        "\" r:id=\"rId1\"/><sheet name=\"Chart\" sheetId=\"3\" r:id=\"rId9\"/>";
    QByteArray relations = relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                           relation("rId9", "chartsheet", "chartsheets/sheet1.xml") +
                           relation("rId3", "sharedStrings", "/xl/sharedStrings.xml") +
                           relation("rId4", "styles", "styles.xml");
    if (!parts.second.isEmpty()) {
        sheets += "<sheet name=\"Second &amp; last\" sheetId=\"2\" r:id=\"rId2\"/>";
        relations += relation("rId2", "worksheet", "worksheets/sheet2.xml");
    }
    QList<std::pair<QString, QByteArray>> files{
        {QStringLiteral("xl/workbook.xml"),
         declaration + root("workbook", parts.properties + "<sheets>" + sheets + "</sheets>")},
        {QStringLiteral("xl/_rels/workbook.xml.rels"),
         declaration + "<Relationships xmlns=\"urn:r\">" + relations + "</Relationships>"},
        {QStringLiteral("xl/worksheets/sheet1.xml"),
         declaration + parts.prologue +
             root("worksheet", "<sheetData>" + parts.sheetData + "</sheetData><pageMargins/>")}};
    if (!parts.second.isEmpty()) {
        files.append({QStringLiteral("xl/worksheets/sheet2.xml"),
                      root("worksheet", "<sheetData>" + parts.second + "</sheetData>")});
    }
    if (!parts.sharedStrings.isEmpty())
        files.append({QStringLiteral("xl/sharedStrings.xml"), root("sst", parts.sharedStrings)});
    if (!parts.styles.isEmpty())
        files.append({QStringLiteral("xl/styles.xml"), root("styleSheet", parts.styles)});
    return makeArchive(files);
}
