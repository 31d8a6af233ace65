// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/OutputBuffer.h"
#include "transfer/RecordWriter.h"

namespace tagsmith
{

/** Writes the names, one a line; DatabaseError (File) for a name that no line can hold. */
class LinesWriter final : public RecordWriter
{
public:
    LinesWriter(QIODevice &device, int nameColumn);

    void write(const Row &row) override;
    void finish() override { m_output.flush(); }

private:
    OutputBuffer m_output;
    size_t m_nameColumn;
    bool m_isFirst = true;
};

} // namespace tagsmith
