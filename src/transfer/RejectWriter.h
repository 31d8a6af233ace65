// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/RecordReader.h"

#include <QIODevice>

#include <memory>

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
 * A writer for the records of @p reader: JSON and JSON Lines as objects with two more keys, the
 * broken ones as text under the key "record"; every other format as CSV or TSV with the reader's
 * delimiter. Where there are several files, the line is told as "b.csv:12". @p device and
 * @p reader outlive the writer.
 */
std::unique_ptr<RejectWriter> makeRejectWriter(const RecordReader &reader, QIODevice &device,
                                               const RejectColumns &columns);

} // namespace tagsmith
