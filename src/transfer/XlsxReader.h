// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/RecordReader.h"
#include "transfer/XlsxCells.h"

#include <memory>
#include <vector>

namespace tagsmith
{

/**
 * Reads one sheet of a workbook: the first row that is not blank names the columns, and columns
 * without a name are to hold nothing. Missing cells are NULL, blank rows count as nothing, dates
 * become ISO 8601. Only the workbook's shared texts are held in memory.
 */
class XlsxReader final : public RecordReader
{
public:
    /** @p sheet: its name, or empty for the first visible one. */
    XlsxReader(std::unique_ptr<XlsxArchive> archive, const QString &sheet);

    const QStringList &columns() const override { return m_columns; }
    bool next(Record &record) override;
    qint64 bytesRead() const override { return m_cells->part().unpackedBytes(); }
    qint64 totalBytes() const override { return m_cells->part().totalBytes(); }

private:
    bool readRow();
    void readHeader(const QString &sheet);
    void addColumn(const XlsxCell &cell, const QString &where);
    void place(XlsxCell &cell, Record &record) const;

    std::unique_ptr<XlsxArchive> m_archive;
    std::unique_ptr<XlsxCells> m_cells;
    QStringList m_columns;
    std::vector<int> m_fieldOf; ///< of each column of the sheet; -1: it has no name
    XlsxRow m_row;
};

} // namespace tagsmith
