// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/OutputBuffer.h"
#include "transfer/RecordWriter.h"

namespace tagsmith
{

/** Writes CSV or TSV, with a header. */
class DelimitedWriter final : public RecordWriter
{
public:
    DelimitedWriter(QIODevice &device, char separator, const std::vector<Column> &columns);

    void write(const Row &row) override;
    void finish() override { m_output.flush(); }

private:
    void writeText(const QString &text);

    OutputBuffer m_output;
    char m_separator;
    size_t m_columnCount;
};

} // namespace tagsmith
