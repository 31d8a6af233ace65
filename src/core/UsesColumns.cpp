// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/UsesColumns.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int rowsBetweenChecks = 4096;

Column usesColumn(const QString &name, const QString &references)
{
    Column column;
    column.name = name;
    column.type = ColumnType::Integer;
    column.declaredType = references;
    column.computed = true;
    return column;
}

std::vector<const Reference *> countedReferences(const Vocabulary &vocabulary)
{
    std::vector<const Reference *> counted;
    for (const Reference &reference : vocabulary.references) {
        if (reference.role == ReferenceRole::Tagging)
            counted.push_back(&reference);
    }
    return counted;
}

/** The cells of one computed column, while they are put together. */
class NumberColumn
{
public:
    void append(qint64 number)
    {
        char digits[24];
        const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), number);
        m_cells.appendUtf8({digits, static_cast<size_t>(end - digits)});
        m_largest = std::max(m_largest, number);
    }
    void appendText(std::string_view text)
    {
        qint64 number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        m_cells.appendUtf8(text);
        m_largest = std::max(m_largest, number);
    }
    void appendNull() { m_cells.appendNull(); }

    ComputedColumn finish(const Column &column)
    {
        m_cells.shrink();
        return {column, std::make_shared<const TextColumn>(std::move(m_cells)), m_largest};
    }

private:
    TextColumn m_cells;
    qint64 m_largest = 0;
};

SnapshotPtr withCells(const Snapshot &snapshot, const std::vector<Column> &columns,
                      std::vector<NumberColumn> cells)
{
    std::vector<ComputedColumn> computed;
    for (size_t i = 0; i < columns.size(); ++i)
        computed.push_back(cells[i].finish(columns[i]));
    return snapshot.withComputed(computed);
}

} // namespace

std::vector<Column> usesColumns(const Vocabulary &vocabulary)
{
    const std::vector<const Reference *> counted = countedReferences(vocabulary);
    if (counted.empty())
        return {};
    QStringList titles;
    QStringList tables;
    for (const Reference *reference : counted) {
        titles << reference->title();
        tables << reference->table;
    }
    std::vector<Column> columns{usesColumn(u"Uses"_s, titles.join(u", "_s))};
    for (const Reference *reference : counted) {
        const bool isAlone = tables.count(reference->table) == 1;
        if (counted.size() > 1)
            columns.push_back(
                usesColumn(isAlone ? reference->table : reference->title(), reference->title()));
    }
    return columns;
}

SnapshotPtr withUncountedUses(const Snapshot &snapshot, const std::vector<Column> &columns)
{
    std::vector<ComputedColumn> computed;
    computed.reserve(columns.size());
    for (const Column &column : columns)
        computed.push_back({column});
    return snapshot.withComputed(computed);
}

SnapshotPtr withUses(const Snapshot &snapshot, const std::vector<Column> &columns,
                     const UseCounts &counts, const CancelToken &token)
{
    std::vector<NumberColumn> cells(columns.size());
    const std::vector<qint64> none(static_cast<size_t>(counts.references.size()), 0);
    for (int row = 0; row < snapshot.rowCount(); ++row) {
        if (row % rowsBetweenChecks == 0)
            token.throwIfCancelled();
        const auto found = counts.byKey.constFind(snapshot.key(row));
        const std::vector<qint64> &uses = found == counts.byKey.constEnd() ? none : *found;
        cells.front().append(std::accumulate(uses.begin(), uses.end(), qint64(0)));
        for (size_t i = 1; i < cells.size(); ++i)
            cells[i].append(uses[i - 1]);
    }
    return withCells(snapshot, columns, std::move(cells));
}

SnapshotPtr withUsesOf(const Snapshot &before, const Snapshot &next,
                       const std::vector<std::int32_t> &rows)
{
    std::vector<std::int32_t> rowBefore(static_cast<size_t>(next.rowCount()), -1);
    for (size_t row = 0; row < rows.size(); ++row) {
        if (rows[row] >= 0)
            rowBefore[static_cast<size_t>(rows[row])] = static_cast<std::int32_t>(row);
    }
    const auto first = static_cast<size_t>(next.tableColumnCount());
    const std::vector<Column> columns(next.columns().begin() + static_cast<std::ptrdiff_t>(first),
                                      next.columns().end());
    std::vector<NumberColumn> cells(columns.size());
    for (const std::int32_t row : rowBefore) {
        for (size_t i = 0; i < cells.size(); ++i) {
            const int column = static_cast<int>(first + i);
            if (row < 0 || before.isNull(row, column))
                cells[i].appendNull();
            else
                cells[i].appendText(before.utf8(row, column));
        }
    }
    return withCells(next, columns, std::move(cells));
}

bool hasCountedUses(const Snapshot &snapshot)
{
    const int column = snapshot.usesColumn();
    return column >= 0 && snapshot.isKnown(column);
}

} // namespace tagsmith
