// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ActionReceipts.h"

#include <algorithm>
#include <iterator>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t maxObjects = 10'000; ///< of a table, as of a single operation

} // namespace

void ActionReceipts::add(Receipt &&receipt)
{
    if (receipt.kind == "add"_L1) {
        m_added.tags += receipt.tags;
        m_added.told += receipt.tags;
    } else if (receipt.kind == "merge"_L1 || receipt.kind == "delete"_L1) {
        // One that still stands although it was to go shows by there being too many rows.
        m_removed.tags += std::max<qint64>(1, receipt.tags);
        m_removed.told += receipt.tags;
    }
    m_sum.tags += receipt.tags;
    m_sum.childrenLifted += receipt.childrenLifted;
    addReferences(receipt);
    for (const QString &warning : std::as_const(receipt.warnings)) {
        if (!m_warnings.contains(warning)) {
            m_warnings.insert(warning);
            m_sum.warnings << warning;
        }
    }
    addAftercare(receipt);
    std::move(receipt.redirects.begin(), receipt.redirects.end(), std::back_inserter(m_redirects));
    for (ChangedObjects &changed : receipt.changedObjects)
        addObjects(std::move(changed));
}

void ActionReceipts::addReferences(const Receipt &receipt)
{
    for (const ReferenceCount &count : receipt.references) {
        const auto found = std::find_if(
            m_sum.references.begin(), m_sum.references.end(), [&count](const ReferenceCount &sum) {
                return sum.table == count.table && sum.column == count.column;
            });
        if (found == m_sum.references.end()) {
            m_sum.references.push_back(count);
            continue;
        }
        found->moved += count.moved;
        found->collapsed += count.collapsed;
        found->removed += count.removed;
    }
}

void ActionReceipts::addAftercare(const Receipt &receipt)
{
    for (const AftercareStep &step : receipt.aftercare) {
        if (std::find(m_sum.aftercare.begin(), m_sum.aftercare.end(), step) ==
            m_sum.aftercare.end())
            m_sum.aftercare.push_back(step);
    }
}

void ActionReceipts::addObjects(ChangedObjects &&changed)
{
    const auto found =
        std::find_if(m_sum.changedObjects.begin(), m_sum.changedObjects.end(),
                     [&changed](const ChangedObjects &sum) {
                         return sum.table == changed.table && sum.columns == changed.columns;
                     });
    ChangedObjects &sum = found == m_sum.changedObjects.end()
                              ? m_sum.changedObjects.emplace_back(
                                    ChangedObjects{changed.table, changed.columns, {}, 0})
                              : *found;
    std::set<Row> &seen = m_objects[changed.table + u'\n' + changed.columns.join(u'\n')];
    sum.leftOut += changed.leftOut;
    for (Row &row : changed.rows) {
        if (seen.contains(row))
            continue;
        if (seen.size() < maxObjects) {
            seen.insert(row);
            sum.rows.push_back(std::move(row));
        } else {
            ++sum.leftOut;
        }
    }
}

/** From the last to the first, so that each leads to where the way ends; of two, the later one. */
std::vector<Redirect> ActionReceipts::redirects() const
{
    QHash<QString, QString> ends;
    QSet<QString> revived; // what was an end is an address again
    std::vector<Redirect> list;
    for (auto it = m_redirects.rbegin(); it != m_redirects.rend(); ++it) {
        const QString to = ends.value(it->to, it->to);
        if (!ends.contains(it->from) && !revived.contains(it->from) && to != it->from) {
            ends.insert(it->from, to);
            list.push_back({it->from, to});
        }
        if (!it->to.isEmpty())
            revived.insert(it->to);
    }
    std::reverse(list.begin(), list.end());
    return list;
}

Receipt ActionReceipts::together() const
{
    Receipt receipt = m_sum;
    receipt.kind = u"import"_s;
    receipt.redirects = redirects();
    return receipt;
}

} // namespace tagsmith
