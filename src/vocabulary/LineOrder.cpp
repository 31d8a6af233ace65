// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/LineOrder.h"

namespace tagsmith
{

void LineOrder::begin(const ImportRow &row)
{
    Entry entry;
    entry.line.line = row.line;
    entry.line.position = row.position;
    entry.line.name = row.name;
    entry.line.values = row.values;
    m_lines.push_back(std::move(entry));
}

void LineOrder::noteEqual(const ImportRow &row, qint64 otherLine, const QString &otherName)
{
    ImportLine &line = entryOf(row).line;
    line.equalLine = otherLine;
    line.equalName = otherName;
}

void LineOrder::noteAction(const ImportRow &row, const QString &word, const QString &target)
{
    ImportLine &line = entryOf(row).line;
    line.action = word;
    line.target = target;
}

void LineOrder::noteStored(const ImportRow &row, const Row &values)
{
    entryOf(row).line.stored = values;
}

void LineOrder::book(const ImportRow &row, LineVerdict verdict, const QString &column,
                     const QString &reason)
{
    Entry &entry = entryOf(row);
    entry.line.verdict = verdict;
    entry.line.column = column;
    entry.line.reason = reason;
    entry.isBooked = true;
    for (; !m_lines.empty() && m_lines.front().isBooked; ++m_firstNumber) {
        m_sink(m_lines.front().line);
        m_lines.pop_front();
    }
}

LineOrder::Entry &LineOrder::entryOf(const ImportRow &row)
{
    return m_lines[static_cast<size_t>(row.number - m_firstNumber)];
}

} // namespace tagsmith
