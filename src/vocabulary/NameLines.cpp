// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/NameLines.h"

#include <QHashSeed>

#include <algorithm>
#include <limits>

namespace tagsmith
{

namespace
{

constexpr size_t firstSlots = size_t(1) << 16;
constexpr size_t furtherSlots = size_t(1) << 20;
constexpr size_t mostInMemory = 5; ///< tables: some 40 MB
constexpr qint64 lineMask = std::numeric_limits<quint32>::max();

quint64 hashOf(const QString &name)
{
    return qHash(name, QHashSeed::globalSeed());
}

} // namespace

void NameLines::note(const QString &name, qint64 line)
{
    if (line > lineMask)
        return; // it would then be called a stored tag
    if (m_tables.empty() || m_used * 5 > m_tables.back().size * 4)
        addTable();
    Table &table = m_tables.back();
    const quint64 hash = hashOf(name);
    size_t index = hash & (table.size - 1);
    const quint64 mark = hash & ~quint64(lineMask);
    while (table.entries[index] != 0 && (table.entries[index] & ~quint64(lineMask)) != mark)
        index = (index + 1) & (table.size - 1);
    m_used += table.entries[index] == 0 ? 1 : 0;
    table.entries[index] = mark | static_cast<quint64>(line);
}

qint64 NameLines::find(const QString &name) const
{
    const quint64 hash = hashOf(name);
    for (auto table = m_tables.rbegin(); table != m_tables.rend(); ++table) {
        size_t index = hash & (table->size - 1);
        while (const quint64 found = slot(*table, index)) {
            if ((found & ~quint64(lineMask)) == (hash & ~quint64(lineMask)))
                return static_cast<qint64>(found & lineMask);
            index = (index + 1) & (table->size - 1);
        }
    }
    return 0;
}

void NameLines::addTable()
{
    if (m_tables.size() >= m_inFile + mostInMemory)
        moveToFile(m_tables[m_inFile]);
    Table table;
    table.size = m_tables.empty() ? firstSlots : furtherSlots;
    table.entries.resize(table.size);
    m_tables.push_back(std::move(table));
    m_used = 0;
}

void NameLines::moveToFile(Table &table)
{
    const qint64 bytes = static_cast<qint64>(table.size) * qint64(sizeof(quint64));
    if (!m_file.isOpen() && !m_file.open())
        return; // it stays in memory
    const qint64 place = m_file.size();
    const bool isWritten =
        m_file.seek(place) &&
        m_file.write(reinterpret_cast<const char *>(table.entries.data()), bytes) == bytes &&
        m_file.flush();
    if (!isWritten)
        return;
    table.place = place;
    table.entries = std::vector<quint64>();
    ++m_inFile;
}

quint64 NameLines::slot(const Table &table, size_t index) const
{
    if (table.place < 0)
        return table.entries[index];
    quint64 value = 0;
    const auto place = table.place + static_cast<qint64>(index * sizeof(value));
    const bool isRead =
        m_file.seek(place) && m_file.read(reinterpret_cast<char *>(&value), sizeof(value)) ==
                                  static_cast<qint64>(sizeof(value));
    return isRead ? value : 0;
}

} // namespace tagsmith
