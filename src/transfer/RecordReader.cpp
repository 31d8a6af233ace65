// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/RecordReader.h"

#include "core/Error.h"
#include "transfer/DelimitedReader.h"
#include "transfer/Encoding.h"
#include "transfer/FormatDetection.h"
#include "transfer/JsonArraySource.h"
#include "transfer/JsonLinesSource.h"
#include "transfer/JsonReader.h"
#include "transfer/LinesReader.h"
#include "transfer/MergeLinesReader.h"
#include "transfer/OpenWorkbook.h"
#include "transfer/SeriesReader.h"
#include "transfer/XlsxReader.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

[[noreturn]] void throwEmpty(const ByteSource &source)
{
    throw DatabaseError(ErrorKind::File,
                        source.name() + u" is empty; choose one that holds tags."_s);
}

EncodingFinding resolveEncoding(ByteSource &bytes, const ImportSource &source,
                                const EncodingSearch &search)
{
    if (source.encoding.isEmpty())
        return recogniseEncoding(bytes, source.delimiter, search);
    const QString encoding = canonicalEncoding(source.encoding);
    if (!isWideEncoding(encoding))
        requireText(bytes, source.delimiter);
    return {encoding, EncodingFinding::Source::Chosen};
}

FileFormat resolveFormat(const ImportSource &source, TextWindow &window)
{
    if (source.format)
        return *source.format;
    if (!source.delimiter.isNull())
        return FileFormat::Csv;
    constexpr qsizetype enough = 64 * 1024;
    const bool whole = !window.has(enough);
    return recogniseFormat(source.path, window.view(), whole);
}

/** Merges are plain lines whatever ending the file's name has, unless somebody says otherwise. */
void requireLines(const ImportSource &source, bool isWorkbook)
{
    if (!isWorkbook && source.format.value_or(FileFormat::Lines) == FileFormat::Lines &&
        source.delimiter.isNull())
        return;
    throw DatabaseError(ErrorKind::Usage,
                        u"Lines such as “source -> target” are plain text; choose the format of "
                        "plain lines for them, or read the file as something else."_s);
}

std::unique_ptr<RecordReader> openReader(const ImportSource &source, const EncodingSearch &search,
                                         const EncodingFinding *known, qsizetype chunkSize)
{
    if (!source.furtherPaths.isEmpty()) {
        return std::make_unique<SeriesReader>(source, [search, chunkSize](const ImportSource &one) {
            return openRecordReader(one, search, chunkSize);
        });
    }
    auto bytes = std::make_unique<ByteSource>(source, chunkSize);
    if (bytes->head(1).isEmpty())
        throwEmpty(*bytes);
    if (std::unique_ptr<XlsxArchive> workbook = openWorkbook(source, *bytes)) {
        if (source.content == ImportContent::Merges)
            requireLines(source, true);
        return std::make_unique<XlsxReader>(std::move(workbook), source.sheet);
    }
    const EncodingFinding encoding =
        known != nullptr ? *known : resolveEncoding(*bytes, source, search);
    auto window = std::make_unique<TextWindow>(std::move(bytes), encoding.name);
    if (!window->has(0))
        throwEmpty(window->source());
    if (source.content == ImportContent::Merges) {
        requireLines(source, false);
        return std::make_unique<MergeLinesReader>(std::move(window), encoding);
    }
    const FileFormat format = resolveFormat(source, *window);
    switch (format) {
    case FileFormat::Csv:
    case FileFormat::Tsv:
        return std::make_unique<DelimitedReader>(std::move(window), format, encoding,
                                                 source.delimiter);
    case FileFormat::Json:
        return std::make_unique<JsonReader>(std::make_unique<JsonArraySource>(std::move(window)),
                                            format, encoding);
    case FileFormat::JsonLines:
        return std::make_unique<JsonReader>(std::make_unique<JsonLinesSource>(std::move(window)),
                                            format, encoding);
    case FileFormat::Xlsx: // cannot be: openWorkbook() has said that it is none
    case FileFormat::Lines: break;
    }
    return std::make_unique<LinesReader>(std::move(window), encoding);
}

} // namespace

std::unique_ptr<RecordReader> openRecordReader(const ImportSource &source, qsizetype chunkSize)
{
    return openReader(source, {}, nullptr, chunkSize);
}

std::unique_ptr<RecordReader> openRecordReader(const ImportSource &source,
                                               const EncodingSearch &search, qsizetype chunkSize)
{
    return openReader(source, search, nullptr, chunkSize);
}

std::unique_ptr<RecordReader> openRecordReader(const ImportSource &source,
                                               const EncodingFinding &encoding, qsizetype chunkSize)
{
    return openReader(source, {}, &encoding, chunkSize);
}

} // namespace tagsmith
