// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/RecordWriter.h"

#include "transfer/DelimitedWriter.h"
#include "transfer/JsonWriter.h"
#include "transfer/LinesWriter.h"
#include "transfer/XlsxWriter.h"

namespace tagsmith
{

std::unique_ptr<RecordWriter> makeRecordWriter(FileFormat format, QIODevice &device,
                                               const std::vector<Column> &columns, int nameColumn,
                                               WriterOptions options)
{
    switch (format) {
    case FileFormat::Csv: return std::make_unique<DelimitedWriter>(device, ',', columns, options);
    case FileFormat::Tsv: return std::make_unique<DelimitedWriter>(device, '\t', columns, options);
    case FileFormat::Json:
        return std::make_unique<JsonWriter>(device, JsonWriter::Shape::Document, columns);
    case FileFormat::JsonLines:
        return std::make_unique<JsonWriter>(device, JsonWriter::Shape::Lines, columns);
    case FileFormat::Xlsx: return std::make_unique<XlsxWriter>(device, columns);
    case FileFormat::Lines: break;
    }
    return std::make_unique<LinesWriter>(device, nameColumn);
}

} // namespace tagsmith
