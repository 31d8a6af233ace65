// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/OpenImportFile.h"

#include "vocabulary/RecogniseContent.h"

#include "transfer/FileStamp.h"
#include "transfer/FormulaMark.h"
#include "transfer/SeriesReader.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool beginsWithHeading(RecordReader &reader, const QString &heading)
{
    Record first;
    if (!reader.next(first) || first.fields.empty() || !first.fields.front())
        return false;
    const QString begin = first.fields.front()->trimmed();
    return begin.compare(heading, Qt::CaseInsensitive) == 0 ||
           begin.compare(formulaMark + heading, Qt::CaseInsensitive) == 0;
}

std::unique_ptr<RecordReader> openByFormat(const Vocabulary &vocabulary, const ImportSource &source,
                                           const EncodingSearch &search)
{
    if (!source.furtherPaths.isEmpty()) {
        return std::make_unique<SeriesReader>(source,
                                              [vocabulary, search](const ImportSource &one) {
                                                  return openImportFile(vocabulary, one, search);
                                              });
    }
    auto reader = openRecordReader(source, search);
    if (source.format || source.content == ImportContent::Merges ||
        reader->format() != FileFormat::Lines)
        return reader;
    ImportSource again = source;
    again.format = beginsWithHeading(*reader, vocabulary.nameField().name) ? FileFormat::Csv
                                                                           : FileFormat::Lines;
    return openRecordReader(again, reader->encoding());
}

std::unique_ptr<RecordReader> openByContent(const Vocabulary &vocabulary,
                                            const ImportSource &source,
                                            const EncodingSearch &search)
{
    auto reader = openByFormat(vocabulary, source, search);
    if (source.content) {
        reader->setContent(*source.content);
    } else if (!source.furtherPaths.isEmpty()) {
        return reader; // what the first file is, the series is
    } else if (areMergeLines(source, *reader)) {
        ImportSource merges = source;
        merges.content = ImportContent::Merges;
        return openRecordReader(merges, reader->encoding());
    } else if (isActionSheet(vocabulary, reader->columns())) {
        reader->setContent(ImportContent::Actions);
    }
    return reader;
}

} // namespace

std::unique_ptr<RecordReader> openImportFile(const Vocabulary &vocabulary,
                                             const ImportSource &source,
                                             const EncodingSearch &search)
{
    const FileStamp stamp = source.data ? FileStamp() : FileStamp(source.path);
    auto reader = openByContent(vocabulary, source, search);
    if (stamp.isOutdated(source.path)) // what was recognised is perhaps of another one
        throwChangedFile(u"“%1”"_s.arg(source.path));
    return reader;
}

} // namespace tagsmith
