// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/CompareReceipts.h"

#include <map>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QString shownText(const Cell &cell)
{
    return cell.value_or(u"NULL"_s);
}

class Differences
{
public:
    void compare(const QString &what, qint64 shown, qint64 found)
    {
        if (shown != found)
            add(what, QString::number(shown), QString::number(found));
    }

    void add(const QString &what, const QString &shown, const QString &found)
    {
        m_texts << u"%1 %2 → %3"_s.arg(what, shown, found);
    }

    QStringList texts() const { return m_texts; }

private:
    QStringList m_texts;
};

/** By the title of each reference; several references of one column differ in their scope alone. */
std::map<QString, ReferenceCount> sums(const std::vector<ReferenceCount> &counts)
{
    std::map<QString, ReferenceCount> byTitle;
    for (const ReferenceCount &count : counts) {
        ReferenceCount &sum = byTitle[count.table + u'.' + count.column];
        sum.moved += count.moved;
        sum.collapsed += count.collapsed;
        sum.removed += count.removed;
    }
    return byTitle;
}

void compareReferences(const Receipt &shown, const Receipt &found, Differences &differences)
{
    std::map<QString, ReferenceCount> before = sums(shown.references);
    std::map<QString, ReferenceCount> now = sums(found.references);
    for (const auto &[title, count] : before)
        now.try_emplace(title);
    for (const auto &[title, count] : now) {
        const ReferenceCount &first = before[title];
        differences.compare(title + u": moved"_s, first.moved, count.moved);
        differences.compare(title + u": collapsed"_s, first.collapsed, count.collapsed);
        differences.compare(title + u": removed"_s, first.removed, count.removed);
    }
}

using CounterValues = std::map<QString, std::pair<Cell, Cell>>;

CounterValues byTitle(const std::vector<CounterChange> &changes)
{
    CounterValues values;
    for (const CounterChange &change : changes)
        values[u"“%1”: %2"_s.arg(change.tag, change.column)] = {change.before, change.after};
    return values;
}

void compareCounters(const Receipt &shown, const Receipt &found, Differences &differences)
{
    CounterValues before = byTitle(shown.counters);
    CounterValues now = byTitle(found.counters);
    for (const auto &[title, values] : before)
        now.try_emplace(title);
    for (const auto &[title, values] : now) {
        const auto &[shownBefore, shownAfter] = before[title];
        if (shownBefore != values.first)
            differences.add(title + u" before"_s, shownText(shownBefore), shownText(values.first));
        if (shownAfter != values.second)
            differences.add(title + u" after"_s, shownText(shownAfter), shownText(values.second));
    }
}

} // namespace

QStringList receiptDifferences(const Receipt &shown, const Receipt &found)
{
    Differences differences;
    differences.compare(u"tags"_s, shown.tags, found.tags);
    compareReferences(shown, found, differences);
    differences.compare(u"children lifted"_s, shown.childrenLifted, found.childrenLifted);
    compareCounters(shown, found, differences);
    return differences.texts();
}

} // namespace tagsmith
