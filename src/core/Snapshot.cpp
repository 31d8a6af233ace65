// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Snapshot.h"

#include "core/Error.h"
#include "core/Utf8Text.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

int Snapshot::usesColumn() const
{
    return m_tableColumnCount < static_cast<int>(m_columns.size()) ? m_tableColumnCount : -1;
}

qint64 Snapshot::largest(int column) const
{
    return column < m_tableColumnCount
               ? 0
               : m_largest[static_cast<size_t>(column) - static_cast<size_t>(m_tableColumnCount)];
}

bool Snapshot::isNull(int row, int column) const
{
    return !isKnown(column) || texts(column)->isNull(row);
}

std::string_view Snapshot::utf8(int row, int column) const
{
    return utf8OfRows(row, row + 1, column);
}

std::string_view Snapshot::utf8OfRows(int first, int end, int column) const
{
    return isKnown(column) ? texts(column)->utf8OfRows(first, end) : std::string_view();
}

QString Snapshot::text(int row, int column) const
{
    const std::string_view bytes = utf8(row, column);
    return utf8Text({bytes.data(), static_cast<qsizetype>(bytes.size())});
}

Cell Snapshot::cell(int row, int column) const
{
    return isNull(row, column) ? Cell() : Cell(text(row, column));
}

bool Snapshot::sameCell(int row, int column, const Snapshot &other, int otherRow) const
{
    if (row == otherRow && texts(column) == other.texts(column))
        return true;
    return utf8(row, column) == other.utf8(otherRow, column) &&
           isNull(row, column) == other.isNull(otherRow, column);
}

bool Snapshot::sharesColumn(int column, const Snapshot &other) const
{
    const auto index = static_cast<size_t>(column);
    return index < m_texts.size() && index < other.m_texts.size() && isKnown(column) &&
           m_texts[index] == other.m_texts[index];
}

SnapshotPtr Snapshot::withComputed(const std::vector<ComputedColumn> &computed) const
{
    auto next = std::make_shared<Snapshot>(*this);
    next->m_columns.resize(static_cast<size_t>(m_tableColumnCount));
    next->m_texts.resize(static_cast<size_t>(m_tableColumnCount));
    next->m_largest.clear();
    for (const ComputedColumn &added : computed) {
        Q_ASSERT(!added.cells || added.cells->rowCount() == m_rowCount);
        next->m_columns.push_back(added.column);
        next->m_texts.push_back(added.cells);
        next->m_largest.push_back(added.largest);
    }
    return next;
}

size_t Snapshot::memoryUse() const
{
    size_t bytes = sizeof(Snapshot) + m_columns.capacity() * sizeof(Column);
    for (const TextColumnPtr &texts : m_texts)
        bytes += texts ? texts->memoryUse() : 0;
    return bytes;
}

SnapshotBuilder::SnapshotBuilder(std::vector<Column> columns, int nameColumn, int keyColumn)
    : m_columns(std::move(columns)), m_texts(m_columns.size()), m_nameColumn(nameColumn),
      m_keyColumn(keyColumn < 0 ? nameColumn : keyColumn)
{
}

void SnapshotBuilder::append(QStringView text)
{
    m_texts[m_nextColumn].append(text);
    endCell();
}

void SnapshotBuilder::appendUtf8(std::string_view text)
{
    m_texts[m_nextColumn].appendUtf8(text);
    endCell();
}

void SnapshotBuilder::appendNull()
{
    m_texts[m_nextColumn].appendNull();
    endCell();
}

void SnapshotBuilder::endCell()
{
    if (m_texts[m_nextColumn].isOverfull()) {
        throw DatabaseError(
            ErrorKind::Refused,
            u"The column \"%1\" holds more than 4 GiB of text; Tagsmith cannot show such a table."_s
                .arg(m_columns[m_nextColumn].name));
    }
    if (++m_nextColumn == m_texts.size()) {
        m_nextColumn = 0;
        ++m_rowCount;
    }
}

SnapshotPtr SnapshotBuilder::snapshotOf(std::vector<TextColumn> texts) const
{
    Q_ASSERT(m_nextColumn == 0);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->m_columns = m_columns;
    snapshot->m_tableColumnCount = static_cast<int>(m_columns.size());
    snapshot->m_nameColumn = m_nameColumn;
    snapshot->m_keyColumn = m_keyColumn;
    snapshot->m_rowCount = m_rowCount;
    for (TextColumn &column : texts)
        snapshot->m_texts.push_back(std::make_shared<const TextColumn>(std::move(column)));
    return snapshot;
}

SnapshotPtr SnapshotBuilder::copy() const
{
    return snapshotOf(m_texts);
}

SnapshotPtr SnapshotBuilder::finish()
{
    for (TextColumn &column : m_texts)
        column.shrink();
    SnapshotPtr finished = snapshotOf(std::move(m_texts));
    m_texts = std::vector<TextColumn>(m_columns.size());
    m_rowCount = 0;
    return finished;
}

} // namespace tagsmith
