// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Column.h"
#include "core/TextColumn.h"

#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace tagsmith
{

class Snapshot;
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/** A column that Tagsmith computes; without cells as long as they are not known. */
struct ComputedColumn
{
    Column column;
    TextColumnPtr cells = nullptr;
    qint64 largest = 0; ///< the largest number in it
};

/**
 * The immutable, compact copy of a vocabulary in memory that the table shows: UTF-8 text, column by
 * column, in the order of the table's key. Shared between threads as SnapshotPtr. Behind the
 * table's own columns there may be computed ones; they are added without copying anything.
 */
class Snapshot
{
public:
    int rowCount() const { return m_rowCount; }
    const std::vector<Column> &columns() const { return m_columns; }
    /** How many of the columns are the table's own; the computed ones follow. */
    int tableColumnCount() const { return m_tableColumnCount; }
    /** The index of the column that holds the tag's name. */
    int nameColumn() const { return m_nameColumn; }
    /** The index of the column that holds the tag's key. */
    int keyColumn() const { return m_keyColumn; }
    /** The index of the computed column with the uses in all references, or -1. */
    int usesColumn() const;
    /** Whether the cells of a column are there: those of a computed one may be still to come. */
    bool isKnown(int column) const { return texts(column) != nullptr; }

    /** The largest number in a computed column; 0 in others, and where it is not known. */
    qint64 largest(int column) const;

    /** True as well where the column is not known yet. */
    bool isNull(int row, int column) const;
    /** The UTF-8 text of a cell; empty where it is NULL. Valid as long as the snapshot. */
    std::string_view utf8(int row, int column) const;
    QString text(int row, int column) const;
    Cell cell(int row, int column) const;
    QString name(int row) const { return text(row, m_nameColumn); }
    QString key(int row) const { return text(row, m_keyColumn); }
    /** The cells of rows @p first to @p end - 1 of a column, one right after the other. */
    std::string_view utf8OfRows(int first, int end, int column) const;
    /** Whether a cell of this snapshot equals one of another, with NULL equal to NULL alone. */
    bool sameCell(int row, int column, const Snapshot &other, int otherRow) const;
    /** Whether both have the very same cells in a column, row by row. */
    bool sharesColumn(int column, const Snapshot &other) const;

    /** The same tags with these computed columns, in place of those that it has. */
    SnapshotPtr withComputed(const std::vector<ComputedColumn> &computed) const;

    /** The bytes it occupies. */
    size_t memoryUse() const;

private:
    friend class SnapshotBuilder;

    const TextColumnPtr &texts(int column) const { return m_texts[static_cast<size_t>(column)]; }

    std::vector<Column> m_columns;
    std::vector<TextColumnPtr> m_texts;
    std::vector<qint64> m_largest; ///< of the computed columns
    int m_tableColumnCount = 0;
    int m_nameColumn = 0;
    int m_keyColumn = 0;
    int m_rowCount = 0;
};

/** Collects rows into a Snapshot. Throws DatabaseError where a column passes 4 GiB of text. */
class SnapshotBuilder
{
public:
    /** @p keyColumn: -1 where the name is the key. */
    SnapshotBuilder(std::vector<Column> columns, int nameColumn, int keyColumn = -1);

    /** Appends the next cell of the row that is being built, in the order of the columns. */
    void append(QStringView text);
    /** The same for text that is UTF-8 already. */
    void appendUtf8(std::string_view text);
    void appendNull();

    /** The complete rows so far. */
    int rowCount() const { return m_rowCount; }
    /** A snapshot of the rows so far (between two rows); the builder goes on. */
    SnapshotPtr copy() const;
    /** The finished snapshot; the builder is empty afterwards. */
    SnapshotPtr finish();

private:
    void endCell();
    SnapshotPtr snapshotOf(std::vector<TextColumn> texts) const;

    std::vector<Column> m_columns;
    std::vector<TextColumn> m_texts;
    int m_nameColumn;
    int m_keyColumn;
    int m_rowCount = 0;
    size_t m_nextColumn = 0;
};

} // namespace tagsmith
