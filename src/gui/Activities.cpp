// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/Activities.h"

#include "gui/AttemptText.h"

#include <utility>

namespace tagsmith
{

QString Activities::label() const
{
    if (m_entries.empty())
        return {};
    const Entry &last = m_entries.back();
    return last.note.isEmpty() ? last.label : last.note;
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
    m_entries.push_back({id, label, std::move(cancel), {}});
    emit changed();
    return id;
}

void Activities::note(int id, const Progress &progress)
{
    const QString text = attemptText(progress);
    for (Entry &entry : m_entries) {
        if (entry.id == id && entry.note != text) {
            entry.note = text;
            emit changed();
            return;
        }
    }
}

void Activities::end(int id)
{
    std::erase_if(m_entries, [id](const Entry &entry) { return entry.id == id; });
    emit changed();
}

} // namespace tagsmith
