// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RowPlan.h"
#include "models/TagTableModel.h"

#include <utility>

namespace tagsmith
{

namespace
{

bool isIdentity(const std::vector<int> &rows)
{
    for (size_t row = 0; row < rows.size(); ++row) {
        if (rows[row] != static_cast<int>(row))
            return false;
    }
    return true;
}

/** The rows of @p next that were there before, in their order. */
std::vector<std::uint32_t> survivingRows(const RowPlan &plan, const Arrangement &next)
{
    std::vector<std::uint32_t> order;
    order.reserve(next.order.size());
    for (size_t row = 0; row < next.order.size(); ++row) {
        if (plan.oldRowOfNew[row] >= 0)
            order.push_back(next.order[row]);
    }
    return order;
}

/** For each old row its place when the survivors come first, in their new order. */
std::vector<int> survivorsFirst(const RowPlan &plan, const std::vector<std::int32_t> &newRowOfOld)
{
    std::vector<int> places(newRowOfOld.size());
    int place = 0;
    for (const std::int32_t row : plan.oldRowOfNew) {
        if (row >= 0)
            places[static_cast<size_t>(row)] = place++;
    }
    for (size_t row = 0; row < newRowOfOld.size(); ++row) {
        if (newRowOfOld[row] < 0)
            places[row] = place++;
    }
    return places;
}

/** For each row, survivors first and then the new ones, its row in the end. */
std::vector<int> finalRows(const RowPlan &plan)
{
    std::vector<int> rows(plan.oldRowOfNew.size());
    auto survivor = rows.begin();
    auto added = rows.begin() + plan.survivors;
    for (size_t row = 0; row < plan.oldRowOfNew.size(); ++row)
        *(plan.oldRowOfNew[row] >= 0 ? survivor++ : added++) = static_cast<int>(row);
    return rows;
}

} // namespace

void TagTableModel::apply(ArrangementChange change)
{
    const bool continues = m_arrangement.snapshot &&
                           change.newRowOfOld.size() == m_arrangement.order.size() &&
                           m_arrangement.snapshot->columns() == change.next.snapshot->columns();
    if (!continues) {
        reset(std::move(change.next));
        return;
    }
    const bool isReload = change.next.request == m_arrangement.request;
    if (isReload)
        emit aboutToMoveOn();
    const RowPlan plan = planRows(change.newRowOfOld, change.next.rowCount());
    if (plan.few)
        applyRanges(plan, change.next);
    else
        applyLayout(plan, change);
    m_arrangement = std::move(change.next);
    announceChangedCells(change.changedCells);
    if (isReload)
        emit movedOn();
}

/** Few removals and insertions, each announced where it happens. */
void TagTableModel::applyRanges(const RowPlan &plan, const Arrangement &next)
{
    auto &order = m_arrangement.order;
    for (auto range = plan.removals.rbegin(); range != plan.removals.rend(); ++range) {
        beginRemoveRows({}, range->first, range->first + range->count - 1);
        const auto first = order.begin() + range->first;
        order.erase(first, first + range->count);
        endRemoveRows();
    }
    switchSnapshot(plan, next);
    for (const RowRange &range : plan.insertions) {
        beginInsertRows({}, range.first, range.first + range.count - 1);
        const auto first = next.order.begin() + range.first;
        order.insert(order.begin() + range.first, first, first + range.count);
        endInsertRows();
    }
}

/**
 * Many ranges, or another order. What vanishes is moved to the end and removed there in one piece;
 * what is new is inserted at the end in one piece and moved to its place.
 */
void TagTableModel::applyLayout(const RowPlan &plan, const ArrangementChange &change)
{
    const Arrangement &next = change.next;
    const std::vector<int> places = survivorsFirst(plan, change.newRowOfOld);
    if (!isIdentity(places)) {
        std::vector<std::uint32_t> order(places.size());
        for (size_t row = 0; row < places.size(); ++row)
            order[static_cast<size_t>(places[row])] = m_arrangement.order[row];
        reorderRows(std::move(order), places);
    }

    if (plan.survivors < rowCount()) {
        beginRemoveRows({}, plan.survivors, rowCount() - 1);
        m_arrangement.order.resize(static_cast<size_t>(plan.survivors));
        endRemoveRows();
    }
    switchSnapshot(plan, next);
    if (plan.survivors < next.rowCount()) {
        beginInsertRows({}, plan.survivors, next.rowCount() - 1);
        for (size_t row = 0; row < next.order.size(); ++row) {
            if (plan.oldRowOfNew[row] < 0)
                m_arrangement.order.push_back(next.order[row]);
        }
        endInsertRows();
    }

    const std::vector<int> rows = finalRows(plan);
    if (!isIdentity(rows))
        reorderRows(next.order, rows);
}

/** Between removing and inserting: the same rows, now read from the next snapshot. */
void TagTableModel::switchSnapshot(const RowPlan &plan, const Arrangement &next)
{
    if (m_arrangement.snapshot == next.snapshot)
        return;
    m_arrangement.order = survivingRows(plan, next);
    m_arrangement.snapshot = next.snapshot;
}

/** Announces another order of the same rows. */
void TagTableModel::reorderRows(std::vector<std::uint32_t> order,
                                const std::vector<int> &newRowOfOld)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    m_arrangement.order = std::move(order);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after << createIndex(newRowOfOld[static_cast<size_t>(index.row())], index.column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void TagTableModel::announceChangedCells(const std::vector<ChangedCells> &changed)
{
    // A view does as much for each signal as for a screen full of cells.
    constexpr size_t maxSignals = 1000;
    if (changed.size() > maxSignals) {
        emit dataChanged(index(changed.front().firstRow, 0),
                         index(changed.back().lastRow, columnCount() - 1));
        return;
    }
    for (const ChangedCells &cells : changed) {
        emit dataChanged(index(cells.firstRow, cells.firstColumn),
                         index(cells.lastRow, cells.lastColumn));
    }
}

} // namespace tagsmith
