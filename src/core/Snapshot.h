// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Column.h"

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
    /** The cells of rows @p first to @p end - 1 of a column, one right after the other. */
    std::string_view utf8OfRows(int first, int end, int column) const;
    /** Whether a cell of this snapshot equals one of another, with NULL equal to NULL alone. */
    bool sameCell(int row, int column, const Snapshot &other, int otherRow) const;

    /** The bytes it occupies. */
    size_t memoryUse() const;

private:
    friend class SnapshotBuilder;

    /** Cell r spans bytes ends[r-1] to ends[r]. */
    struct TextColumn
    {
        std::vector<char> bytes;
        std::vector<std::uint32_t> ends;
        std::vector<bool> nulls; ///< empty as long as no cell is NULL
    };

    const TextColumn &column(int index) const { return m_texts[static_cast<size_t>(index)]; }

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
    /** The same for text that is UTF-8 already. */
    void appendUtf8(std::string_view text);
    void appendNull();

    /** The complete rows so far. */
    int rowCount() const { return m_snapshot.m_rowCount; }
    /** A snapshot of the rows so far (between two rows); the builder goes on. */
    SnapshotPtr copy() const;
    /** The finished snapshot; the builder is empty afterwards. */
    SnapshotPtr finish();

private:
    void endCell(bool isNull);

    Snapshot m_snapshot;
    size_t m_nextColumn = 0;
};

} // namespace tagsmith
