// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "transfer/RecordReader.h"

#include <QStringList>

#include <array>

/** Sizes of chunks that put every border somewhere else; the last one is the usual size. */
inline constexpr std::array<qsizetype, 6> chunkSizes{1, 2, 3, 7, 64, tagsmith::readerChunkSize};

/** What a reader found, as text that a test can write out. */
struct Outcome
{
    QStringList columns;
    QStringList records; ///< "LINE: CELL|CELL", NULL is ∅, a problem follows " ! "
    QStringList raw;
    QString encoding;
    tagsmith::FileFormat format = tagsmith::FileFormat::Csv;
    tagsmith::Error error; ///< no message: none was thrown
};

inline QString recordText(const tagsmith::Record &record)
{
    QStringList cells;
    for (const tagsmith::Cell &cell : record.fields)
        cells.append(cell.value_or(QStringLiteral("∅")));
    QString text = QString::number(record.line) + QStringLiteral(": ") + cells.join(u'|');
    if (!record.problem.isEmpty())
        text += QStringLiteral(" ! ") + record.problem;
    return text;
}

/** Reads all of @p source; what is thrown becomes part of the outcome. */
inline Outcome readRecords(const tagsmith::ImportSource &source,
                           qsizetype chunkSize = tagsmith::readerChunkSize)
{
    Outcome outcome;
    try {
        const auto reader = tagsmith::openRecordReader(source, chunkSize);
        outcome.columns = reader->columns();
        outcome.encoding = reader->encoding().name;
        outcome.format = reader->format();
        tagsmith::Record record;
        while (reader->next(record)) {
            outcome.records.append(recordText(record));
            outcome.raw.append(record.raw);
        }
        if (reader->bytesRead() != reader->totalBytes())
            outcome.error.message = QStringLiteral("not all bytes were read");
    } catch (const tagsmith::DatabaseError &thrown) {
        outcome.error = thrown.error();
    }
    return outcome;
}

inline tagsmith::ImportSource sourceOf(const QByteArray &data,
                                       std::optional<tagsmith::FileFormat> format,
                                       const QString &encoding = {})
{
    tagsmith::ImportSource source;
    source.data = data;
    source.format = format;
    source.encoding = encoding;
    return source;
}
