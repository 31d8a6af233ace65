// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Column.h"

#include <QHash>
#include <QString>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tagsmith
{

/**
 * The immutable, compact copy of a vocabulary in memory that the table shows: UTF-8 text, column by
 * column, in the order of the table's key. Shared between threads as SnapshotPtr.
 */
class Snapshot
{
public:
    int rowCount() const { return m_rowCount; }
    const std::vector<Column> &columns() const { return m_columns; }
    /** The index of the column that holds the tag's name. */
    int nameColumn() const { return m_nameColumn; }

    bool isNull(int row, int column) const;
    /** The UTF-8 text of a cell; empty where it is NULL. Valid as long as the snapshot. */
    std::string_view utf8(int row, int column) const;
    QString text(int row, int column) const;
    Cell cell(int row, int column) const;
    QString name(int row) const { return text(row, m_nameColumn); }

    /** The bytes it occupies. */
    size_t memoryUse() const;

private:
    friend class SnapshotBuilder;

    /** Cell r spans bytes ends[r-1] to ends[r]; offsets are 64 bits wide only past 4 GiB of text. */
    struct TextColumn
    {
        std::vector<char> bytes;
        std::vector<std::uint32_t> ends;
        std::vector<bool> nulls; ///< empty as long as no cell is NULL
    };

    std::vector<Column> m_columns;
    int m_nameColumn = 0;
    int m_rowCount = 0;
    std::vector<TextColumn> m_texts;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/** Collects rows into a Snapshot. Throws DatabaseError where a column passes 4 GiB of text. */
class SnapshotBuilder
{
public:
    SnapshotBuilder(std::vector<Column> columns, int nameColumn);

    /** Appends the next cell of the row that is being built, in the order of the columns. */
    void append(QStringView text);
    void appendUtf8(std::string_view text);
    void appendNull();

    int rowCount() const;
    /** A snapshot of the rows so far; the builder goes on. */
    SnapshotPtr copy() const;
    /** The finished snapshot; the builder is empty afterwards. */
    SnapshotPtr finish();

private:
    Snapshot m_snapshot;
    size_t m_nextColumn = 0;
};

} // namespace tagsmith
