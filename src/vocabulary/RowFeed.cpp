// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RowFeed.h"

namespace tagsmith
{

namespace
{

constexpr size_t rowsTogether = 500;
constexpr qint64 unitsTogether = 500'000; ///< of UTF-16, so that long rows do not fill memory

qint64 lengthOf(const ImportRow &row)
{
    qint64 units = row.name.size();
    for (const Cell &value : row.values)
        units += value ? value->size() : 0;
    return units;
}

} // namespace

RowFeed::RowFeed(RecordReader &reader, const Vocabulary &vocabulary, const ResolvedMapping &mapping,
                 const ImportRequest &request, bool keepsRecords)
    : m_reader(reader), m_corrections(request, reader),
      m_rows(vocabulary, mapping, request, keepsRecords)
{
}

bool RowFeed::read(ReadRows &rows)
{
    rows.rows.reserve(rowsTogether);
    qint64 units = 0;
    while (!m_isAtEnd && rows.rows.size() < rowsTogether && units < unitsTogether) {
        if (!m_reader.next(m_record)) {
            m_isAtEnd = true;
            m_corrections.finish();
            break;
        }
        m_corrections.apply(m_record);
        const bool isLeftOut = m_corrections.isLeftOut(m_record);
        m_rows.begin(m_record);
        for (ReadRow read; m_rows.next(read.row, read.problem); read = ReadRow()) {
            read.isLeftOut = isLeftOut;
            units += lengthOf(read.row);
            rows.rows.push_back(std::move(read));
        }
    }
    rows.bytesRead = m_reader.bytesRead();
    rows.totalBytes = m_reader.totalBytes();
    return !rows.rows.empty();
}

} // namespace tagsmith
