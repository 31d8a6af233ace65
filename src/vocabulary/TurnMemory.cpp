// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TurnMemory.h"

namespace tagsmith
{

namespace
{

thread_local TurnMemory *current = nullptr;

} // namespace

TurnMemory::TurnMemory(const ScopedConnection &connection) : m_connection(&connection)
{
    current = this;
}

TurnMemory::~TurnMemory()
{
    current = nullptr;
}

bool TurnMemory::has(const ScopedConnection &connection)
{
    return current && current->m_connection == &connection && current->m_hasTurn;
}

void TurnMemory::note(const ScopedConnection &connection)
{
    if (current && current->m_connection == &connection)
        current->m_hasTurn = true;
}

} // namespace tagsmith
