// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/OpenImportFile.h"

namespace tagsmith
{

namespace
{

bool beginsWithHeading(RecordReader &reader, const QString &heading)
{
    Record first;
    return reader.next(first) && !first.fields.empty() && first.fields.front() &&
           first.fields.front()->trimmed().compare(heading, Qt::CaseInsensitive) == 0;
}

} // namespace

std::unique_ptr<RecordReader> openImportFile(const Vocabulary &vocabulary,
                                             const ImportSource &source)
{
    auto reader = openRecordReader(source);
    if (source.format || reader->format() != FileFormat::Lines)
        return reader;
    ImportSource again = source;
    again.encoding = reader->encoding().name;
    again.format = beginsWithHeading(*reader, vocabulary.nameField().name) ? FileFormat::Csv
                                                                           : FileFormat::Lines;
    return openRecordReader(again);
}

} // namespace tagsmith
