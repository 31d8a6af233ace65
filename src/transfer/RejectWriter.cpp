// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/RejectWriter.h"

#include "transfer/DelimitedRejects.h"
#include "transfer/JsonRejects.h"
#include "transfer/XlsxRejects.h"

namespace tagsmith
{

FileFormat rejectsFormat(FileFormat format, const QString &path)
{
    if (format != FileFormat::Lines && format != FileFormat::Xlsx)
        return format;
    const auto wanted = fileFormatFromPath(path);
    if (wanted == FileFormat::Csv || wanted == FileFormat::Tsv)
        return *wanted;
    return format == FileFormat::Xlsx ? format : FileFormat::Csv;
}

std::vector<Column> rejectHeader(const RecordReader &reader, const RejectColumns &columns)
{
    std::vector<Column> header;
    const QStringList names = QStringList{columns.line, columns.reason} + reader.columns();
    for (const QString &name : names) {
        header.emplace_back();
        header.back().name = name;
    }
    return header;
}

std::unique_ptr<RejectWriter> makeRejectWriter(FileFormat format, const RecordReader &reader,
                                               QIODevice &device, const RejectColumns &columns)
{
    switch (format) {
    case FileFormat::Json:
        return std::make_unique<JsonRejects>(device, JsonWriter::Shape::Document, reader, columns);
    case FileFormat::JsonLines:
        return std::make_unique<JsonRejects>(device, JsonWriter::Shape::Lines, reader, columns);
    case FileFormat::Xlsx: return std::make_unique<XlsxRejects>(device, reader, columns);
    case FileFormat::Csv:
    case FileFormat::Tsv:
    case FileFormat::Lines: break;
    }
    return std::make_unique<DelimitedRejects>(device, format, reader, columns);
}

} // namespace tagsmith
