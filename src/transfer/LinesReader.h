// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/LineSplitter.h"
#include "transfer/RecordReader.h"

namespace tagsmith
{

/** Reads plain lines: each is one name; blank lines count as nothing. */
class LinesReader final : public RecordReader
{
public:
    LinesReader(std::unique_ptr<TextWindow> window, const EncodingFinding &encoding);

    const QStringList &columns() const override { return m_columns; }
    bool next(Record &record) override;
    qint64 bytesRead() const override { return m_lines.source().bytesRead(); }
    qint64 totalBytes() const override { return m_lines.source().totalBytes(); }

private:
    LineSplitter m_lines;
    QStringList m_columns;
};

} // namespace tagsmith
