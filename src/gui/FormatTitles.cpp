// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/FormatTitles.h"

#include <QCoreApplication>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("tagsmith::FileFormat", text);
}

} // namespace

QString fileFormatTitle(FileFormat format)
{
    switch (format) {
    case FileFormat::Csv: return translated(QT_TRANSLATE_NOOP("tagsmith::FileFormat", "CSV"));
    case FileFormat::Tsv: return translated(QT_TRANSLATE_NOOP("tagsmith::FileFormat", "TSV"));
    case FileFormat::Json: return translated(QT_TRANSLATE_NOOP("tagsmith::FileFormat", "JSON"));
    case FileFormat::JsonLines:
        return translated(QT_TRANSLATE_NOOP("tagsmith::FileFormat", "JSON Lines"));
    case FileFormat::Xlsx:
        return translated(QT_TRANSLATE_NOOP("tagsmith::FileFormat", "Excel workbook (XLSX)"));
    case FileFormat::Lines: break;
    }
    return translated(QT_TRANSLATE_NOOP("tagsmith::FileFormat", "Plain lines"));
}

QString fileFormatEnding(FileFormat format)
{
    return format == FileFormat::Lines ? u".txt"_s : u'.' + fileFormatName(format);
}

QStringList importFileFilters()
{
    return {translated(QT_TRANSLATE_NOOP(
                "tagsmith::FileFormat",
                "Files with tags (*.csv *.tsv *.tab *.json *.jsonl *.ndjson *.txt *.xlsx *.gz)")),
            translated(QT_TRANSLATE_NOOP("tagsmith::FileFormat", "All files (*)"))};
}

QStringList exportFileFilters(FileFormat format)
{
    const QString title = fileFormatTitle(format);
    const QString ending = fileFormatEnding(format);
    // What stands in brackets is all that a file dialog takes for the pattern.
    const QString plain = title.left(title.indexOf(u" ("_s));
    return {u"%1 (*%2)"_s.arg(plain, ending),
            translated(QT_TRANSLATE_NOOP("tagsmith::FileFormat", "All files (*)"))};
}

} // namespace tagsmith
