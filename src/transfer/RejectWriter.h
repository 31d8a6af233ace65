// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"
#include "core/FileFormat.h"
#include "transfer/RecordReader.h"

#include <QIODevice>

#include <memory>
#include <vector>

namespace tagsmith
{

/** The two columns that stand before a rejected record's own. */
struct RejectColumns
{
    QString line;
    QString reason;
};

/**
 * Writes rejected records in the format of their file, so that they can be corrected and read
 * alone. Throws DatabaseError (File, or DiskFull) when the device takes no more.
 */
class RejectWriter
{
public:
    virtual ~RejectWriter() = default;
    virtual void write(const Record &record, const QString &reason) = 0;
    /** Writes what closes the file; to be called once, after the last record. */
    virtual void finish() = 0;
};

/**
 * The format of a file of rejected records at @p path, where those of @p format were read: the
 * same; but CSV for plain lines, which have no place for the reason, and CSV or TSV for a workbook
 * too where the file is called so.
 */
FileFormat rejectsFormat(FileFormat format, const QString &path);

/** The two columns, then those of @p reader; all of them texts. */
std::vector<Column> rejectHeader(const RecordReader &reader, const RejectColumns &columns);

/**
 * A writer of @p format, see rejectsFormat(), for the records of @p reader: JSON and JSON Lines as
 * objects with two more keys, the broken ones as text under the key "record"; a workbook, with
 * nothing but texts; CSV or TSV with the reader's delimiter. Where there are several files, the
 * line is told as "b.csv:12". @p device and @p reader outlive the writer.
 */
std::unique_ptr<RejectWriter> makeRejectWriter(FileFormat format, const RecordReader &reader,
                                               QIODevice &device, const RejectColumns &columns);

} // namespace tagsmith
