// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/RejectWriter.h"
#include "transfer/XlsxWriter.h"

namespace tagsmith
{

/** Rejected records as a workbook, whose sheet is called as theirs; every cell is a text. */
class XlsxRejects final : public RejectWriter
{
public:
    XlsxRejects(QIODevice &device, const RecordReader &reader, const RejectColumns &columns);

    void write(const Record &record, const QString &reason) override;
    void finish() override { m_writer.finish(); }

private:
    const RecordReader &m_reader;
    XlsxWriter m_writer;
};

} // namespace tagsmith
