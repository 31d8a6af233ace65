// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/FileFormat.h"
#include "core/Snapshot.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace tagsmith
{

/** Which rows of a snapshot go into which file. */
struct ExportRequest
{
    SnapshotPtr snapshot;
    std::vector<std::uint32_t>
        rows;                 ///< rows of the snapshot, in the order in which they are written
    std::vector<int> columns; ///< columns of the snapshot, in order; empty: all
    QString path;             ///< "-": standard output
    FileFormat format = FileFormat::Csv;
    /** CSV and TSV: texts that a spreadsheet would run as a formula get an apostrophe in front, and
     * so does the first column's name; an import takes them away again. */
    bool spreadsheetSafe = false;
};

} // namespace tagsmith
