// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/OutputBuffer.h"
#include "transfer/RecordWriter.h"

namespace tagsmith
{

/** Writes CSV or TSV, or with any other separator, with a header. */
class DelimitedWriter final : public RecordWriter
{
public:
    DelimitedWriter(QIODevice &device, char separator, const std::vector<Column> &columns,
                    WriterOptions options = {});

    void write(const Row &row) override;
    /** Writes as many fields as @p row has, and behind them @p text as it is unless it is empty. */
    void writeRagged(const Row &row, const QString &text = {});
    void finish() override { m_output.flush(); }

private:
    void writeHeader(const std::vector<Column> &columns);
    void writeText(const QString &text, bool inHeader = false);
    QString safe(const QString &text, bool numeric) const;

    OutputBuffer m_output;
    char m_separator;
    bool m_isSafe;               ///< with marks before formulas, see transfer/FormulaMark.h
    std::vector<bool> m_numeric; ///< for each column
};

} // namespace tagsmith
