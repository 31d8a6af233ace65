// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CheckReader.h"

#include <QSet>

#include <cstdio>
#include <cstdlib>

using namespace tagsmith;
using namespace Qt::StringLiterals;

namespace
{

/** A character may become two units, and a number or a date a few more than the file has. */
constexpr qsizetype unitsBeyond = 64;

void checkColumns(const QStringList &columns)
{
    if (columns.isEmpty())
        failFuzz("no columns");
    if (QSet<QString>(columns.begin(), columns.end()).size() != columns.size())
        failFuzz("a column stands twice", columns.join(u'|'));
}

void checkRecord(const Record &record, const RecordReader &reader, qint64 lineBefore,
                 qsizetype mostUnits)
{
    if (record.line < 1 || record.line < lineBefore)
        failFuzz("a line goes back", QString::number(record.line));
    const bool isSound = record.problem.isEmpty();
    if (isSound && static_cast<qsizetype>(record.fields.size()) != reader.columns().size())
        failFuzz("a sound record has not a field for each column", QString::number(record.line));
    for (const Cell &cell : record.fields) {
        if (cell && cell->size() > mostUnits)
            failFuzz("a field is larger than the file", QString::number(cell->size()));
        if (isSound && cell && (cell->contains(QChar::Null) || !cell->isValidUtf16()))
            failFuzz("a sound record holds what is no text", *cell);
    }
}

void checkEnd(RecordReader &reader)
{
    Record record;
    if (reader.next(record))
        failFuzz("a record follows the end");
    if (reader.bytesRead() != reader.totalBytes())
        failFuzz("not all bytes were read", QString::number(reader.bytesRead()));
}

bool isSame(const Record &one, const Record &other)
{
    return one.line == other.line && one.fields == other.fields && one.problem == other.problem &&
           one.raw == other.raw;
}

} // namespace

void failFuzz(const char *what, const QString &detail)
{
    std::fprintf(stderr, "Broken: %s: %s\n", what, qPrintable(detail));
    std::abort();
}

Reading readAll(const ImportSource &source, qsizetype chunkSize, qsizetype mostUnits)
{
    Reading reading;
    try {
        const auto reader = openRecordReader(source, chunkSize);
        reading.columns = reader->columns();
        checkColumns(reading.columns);
        Record record;
        qint64 lineBefore = 0;
        while (reader->next(record)) {
            checkRecord(record, *reader, lineBefore, mostUnits);
            lineBefore = record.line;
            reading.records.push_back(record);
        }
        checkEnd(*reader);
    } catch (const DatabaseError &thrown) {
        reading.error = thrown.error();
        if (reading.error.message.isEmpty())
            failFuzz("an error says nothing");
    }
    return reading;
}

void requireSame(const Reading &one, const Reading &other)
{
    if (one.error.message != other.error.message)
        failFuzz("another error", one.error.message + u" / "_s + other.error.message);
    if (one.columns != other.columns)
        failFuzz("other columns", one.columns.join(u'|') + u" / "_s + other.columns.join(u'|'));
    if (one.records.size() != other.records.size())
        failFuzz("another number of records",
                 u"%1 / %2"_s.arg(one.records.size()).arg(other.records.size()));
    for (size_t i = 0; i < one.records.size(); ++i) {
        if (!isSame(one.records[i], other.records[i]))
            failFuzz("another record",
                     u"line %1 / %2"_s.arg(one.records[i].line).arg(other.records[i].line));
    }
}

void checkFormat(const QByteArray &data, std::optional<FileFormat> format,
                 std::optional<ImportContent> content)
{
    ImportSource source;
    source.data = data;
    source.format = format;
    source.content = content;
    const qsizetype mostUnits = 2 * data.size() + unitsBeyond;
    const Reading usual = readAll(source, readerChunkSize, mostUnits);
    for (const qsizetype chunkSize : {1, 7})
        requireSame(usual, readAll(source, chunkSize, mostUnits));
}
