// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/DelimitedWriter.h"
#include "transfer/RejectWriter.h"

namespace tagsmith
{

/** Rejected records as CSV, TSV or with the delimiter of their file, if it has one. */
class DelimitedRejects final : public RejectWriter
{
public:
    DelimitedRejects(QIODevice &device, FileFormat format, const RecordReader &reader,
                     const RejectColumns &columns);

    void write(const Record &record, const QString &reason) override;
    void finish() override { m_writer.finish(); }

private:
    const RecordReader &m_reader;
    DelimitedWriter m_writer;
    bool m_isSameFormat; ///< the text of a record can stand in this file as it is
};

} // namespace tagsmith
