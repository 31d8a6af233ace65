// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Column.h"
#include "core/FileFormat.h"

#include <QIODevice>

#include <memory>
#include <vector>

namespace tagsmith
{

struct WriterOptions
{
    /** CSV and TSV: with marks before formulas, see transfer/FormulaMark.h. */
    bool spreadsheetSafe = false;
};

/**
 * Writes records to a device, in UTF-8. Throws DatabaseError (File, or DiskFull) when the device
 * takes no more. Used on one thread.
 */
class RecordWriter
{
public:
    virtual ~RecordWriter() = default;
    virtual void write(const Row &row) = 0;
    /** Writes what closes the file; to be called once, after the last row. */
    virtual void finish() = 0;
};

/**
 * A writer of @p format for rows of @p columns; @p nameColumn is the one that plain lines hold.
 * CSV and TSV begin with a header, RFC 4180, LF line ends; NULL is an empty field and an empty text
 * is "" in quotes. JSON is the object with a `tags` array. @p device outlives the writer.
 */
std::unique_ptr<RecordWriter> makeRecordWriter(FileFormat format, QIODevice &device,
                                               const std::vector<Column> &columns, int nameColumn,
                                               WriterOptions options = {});

} // namespace tagsmith
