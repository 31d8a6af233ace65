// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/FileFormat.h"

#include <QFileInfo>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString fileFormatName(FileFormat format)
{
    switch (format) {
    case FileFormat::Csv: return u"csv"_s;
    case FileFormat::Tsv: return u"tsv"_s;
    case FileFormat::Json: return u"json"_s;
    case FileFormat::JsonLines: return u"jsonl"_s;
    case FileFormat::Xlsx: return u"xlsx"_s;
    case FileFormat::Lines: break;
    }
    return u"lines"_s;
}

std::optional<FileFormat> fileFormatFromName(const QString &name)
{
    for (const FileFormat format : {FileFormat::Csv, FileFormat::Tsv, FileFormat::Json,
                                    FileFormat::JsonLines, FileFormat::Lines, FileFormat::Xlsx}) {
        if (name == fileFormatName(format))
            return format;
    }
    return std::nullopt;
}

std::optional<FileFormat> fileFormatFromPath(const QString &path)
{
    const QFileInfo info(path);
    QString suffix = info.suffix().toLower();
    if (suffix == "gz"_L1)
        suffix = QFileInfo(info.completeBaseName()).suffix().toLower();
    if (suffix == "tab"_L1)
        return FileFormat::Tsv;
    if (suffix == "ndjson"_L1)
        return FileFormat::JsonLines;
    if (suffix == "txt"_L1)
        return FileFormat::Lines;
    return fileFormatFromName(suffix);
}

} // namespace tagsmith
