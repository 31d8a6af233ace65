// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/MatchRows.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <numeric>
#include <string_view>

namespace tagsmith
{

namespace
{

constexpr int rowsBetweenChecks = 4096;

/** Finds rows of a snapshot by their key, without an allocation for each. */
class KeyIndex
{
public:
    KeyIndex(const Snapshot &snapshot, int keyColumn, int rows)
        : m_snapshot(snapshot), m_keyColumn(keyColumn),
          m_slots(std::bit_ceil(static_cast<size_t>(rows) * 2 + 1), -1)
    {
    }

    /** A key that is there already keeps its first row. */
    void insert(int row)
    {
        std::int32_t &slot = slotOf(m_snapshot.utf8(row, m_keyColumn));
        if (slot < 0)
            slot = row;
    }
    /** Finds a row once; afterwards it is -1. */
    std::int32_t take(std::string_view key)
    {
        std::int32_t &slot = slotOf(key);
        if (slot < 0 || m_taken[static_cast<size_t>(slot)])
            return -1;
        m_taken[static_cast<size_t>(slot)] = true;
        return slot;
    }

private:
    std::int32_t &slotOf(std::string_view key)
    {
        const size_t mask = m_slots.size() - 1;
        size_t i = std::hash<std::string_view>()(key) & mask;
        while (m_slots[i] >= 0 && m_snapshot.utf8(m_slots[i], m_keyColumn) != key)
            i = (i + 1) & mask;
        return m_slots[i];
    }

    const Snapshot &m_snapshot;
    int m_keyColumn;
    std::vector<std::int32_t> m_slots;
    std::vector<bool> m_taken = std::vector<bool>(static_cast<size_t>(m_snapshot.rowCount()));
};

} // namespace

std::vector<std::int32_t> matchRows(const Snapshot &before, const Snapshot &after, int keyColumn,
                                    const CancelToken &token)
{
    std::vector<std::int32_t> rows(static_cast<size_t>(before.rowCount()), -1);
    if (&before == &after || before.sharesColumn(keyColumn, after)) {
        std::iota(rows.begin(), rows.end(), 0);
        return rows;
    }
    if (before.columns() != after.columns())
        return rows;

    // Both are in the order of the key: mostly they differ in a stretch between two equal parts.
    const int shorter = std::min(before.rowCount(), after.rowCount());
    int head = 0;
    while (head < shorter && before.sameCell(head, keyColumn, after, head)) {
        rows[static_cast<size_t>(head)] = head;
        ++head;
    }
    token.throwIfCancelled();
    int tail = 0;
    while (tail < shorter - head && before.sameCell(before.rowCount() - 1 - tail, keyColumn, after,
                                                    after.rowCount() - 1 - tail)) {
        ++tail;
        rows[static_cast<size_t>(before.rowCount() - tail)] = after.rowCount() - tail;
    }

    const int afterEnd = after.rowCount() - tail;
    KeyIndex index(after, keyColumn, afterEnd - head);
    for (int row = head; row < afterEnd; ++row) {
        if (row % rowsBetweenChecks == 0)
            token.throwIfCancelled();
        if (!after.isNull(row, keyColumn))
            index.insert(row);
    }
    for (int row = head; row < before.rowCount() - tail; ++row) {
        if (row % rowsBetweenChecks == 0)
            token.throwIfCancelled();
        if (!before.isNull(row, keyColumn))
            rows[static_cast<size_t>(row)] = index.take(before.utf8(row, keyColumn));
    }
    return rows;
}

} // namespace tagsmith
