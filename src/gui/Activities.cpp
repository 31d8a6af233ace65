// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/Activities.h"

#include <utility>

namespace tagsmith
{

QString Activities::label() const
{
    return m_entries.empty() ? QString() : m_entries.back().label;
}

void Activities::cancelAll() const
{
    const std::vector<Entry> entries = m_entries;
    for (const Entry &entry : entries) {
        if (entry.cancel)
            entry.cancel();
    }
}

int Activities::begin(const QString &label, std::function<void()> cancel)
{
    const int id = m_nextId++;
    m_entries.push_back({id, label, std::move(cancel)});
    emit changed();
    return id;
}

void Activities::end(int id)
{
    std::erase_if(m_entries, [id](const Entry &entry) { return entry.id == id; });
    emit changed();
}

} // namespace tagsmith
