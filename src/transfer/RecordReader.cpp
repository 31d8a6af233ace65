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

QString resolveEncoding(ByteSource &source, const QString &chosen)
{
    if (chosen.isEmpty())
        return recogniseEncoding(source);
    const QString encoding = canonicalEncoding(chosen);
    if (!isWideEncoding(encoding))
        requireText(source);
    return encoding;
}

FileFormat resolveFormat(const ImportSource &source, TextWindow &window)
{
    if (source.format)
        return *source.format;
    constexpr qsizetype enough = 64 * 1024;
    const bool whole = !window.has(enough);
    return recogniseFormat(source.path, window.view(), whole);
}

} // namespace

std::unique_ptr<RecordReader> openRecordReader(const ImportSource &source, qsizetype chunkSize)
{
    auto bytes = std::make_unique<ByteSource>(source, chunkSize);
    if (bytes->head(1).isEmpty())
        throwEmpty(*bytes);
    const QString encoding = resolveEncoding(*bytes, source.encoding);
    auto window = std::make_unique<TextWindow>(std::move(bytes), encoding);
    if (!window->has(0))
        throwEmpty(window->source());
    const FileFormat format = resolveFormat(source, *window);
    switch (format) {
    case FileFormat::Csv:
    case FileFormat::Tsv:
        return std::make_unique<DelimitedReader>(std::move(window), format, encoding);
    case FileFormat::Json:
        return std::make_unique<JsonReader>(std::make_unique<JsonArraySource>(std::move(window)),
                                            format, encoding);
    case FileFormat::JsonLines:
        return std::make_unique<JsonReader>(std::make_unique<JsonLinesSource>(std::move(window)),
                                            format, encoding);
    case FileFormat::Lines: break;
    }
    return std::make_unique<LinesReader>(std::move(window), encoding);
}

} // namespace tagsmith
