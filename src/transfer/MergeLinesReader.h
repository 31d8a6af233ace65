// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/LineSplitter.h"
#include "transfer/RecordReader.h"

namespace tagsmith
{

/**
 * Reads lines "target: source, source" and "source -> target" (see parseMergeLine()) as records
 * with the columns action, which is always "merge", name, with the sources and commas between them,
 * and target. Of a line that is none of these the name has all of it. Blank lines count as nothing.
 */
class MergeLinesReader final : public RecordReader
{
public:
    MergeLinesReader(std::unique_ptr<TextWindow> window, const EncodingFinding &encoding);

    const QStringList &columns() const override { return m_columns; }
    bool next(Record &record) override;
    qint64 bytesRead() const override { return m_lines.source().bytesRead(); }
    qint64 totalBytes() const override { return m_lines.source().totalBytes(); }

private:
    LineSplitter m_lines;
    QStringList m_columns;
};

} // namespace tagsmith
