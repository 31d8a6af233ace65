// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/RejectWriter.h"

#include "transfer/DelimitedRejects.h"
#include "transfer/JsonRejects.h"

namespace tagsmith
{

std::unique_ptr<RejectWriter> makeRejectWriter(const RecordReader &reader, QIODevice &device,
                                               const RejectColumns &columns)
{
    if (reader.format() == FileFormat::Json)
        return std::make_unique<JsonRejects>(device, JsonWriter::Shape::Document, reader, columns);
    if (reader.format() == FileFormat::JsonLines)
        return std::make_unique<JsonRejects>(device, JsonWriter::Shape::Lines, reader, columns);
    return std::make_unique<DelimitedRejects>(device, reader, columns);
}

} // namespace tagsmith
