// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/Interruption.h"

#include "database/ScopedConnection.h"

#include <chrono>

namespace tagsmith
{

namespace
{

constexpr std::chrono::milliseconds pauseBetweenKills(200);

} // namespace

Interruption::Interruption(const ScopedConnection &connection, const KillStarter &startKill)
    : m_token(connection.token())
{
    const auto killer = connection.killer();
    if (!killer)
        return; // an SQLite connection has registered its own
    m_ending = std::make_shared<Ending>();
    const auto killUntilEnded = [killer, ending = m_ending] {
        std::unique_lock lock(ending->mutex);
        while (!ending->isThere) {
            lock.unlock();
            killer();
            lock.lock();
            ending->changed.wait_for(lock, pauseBetweenKills,
                                     [&ending] { return ending->isThere; });
        }
    };
    m_token.setInterrupter([startKill, killUntilEnded] { startKill(killUntilEnded); });
}

Interruption::~Interruption()
{
    if (!m_ending)
        return;
    m_token.clearInterrupter();
    {
        const std::scoped_lock lock(m_ending->mutex);
        m_ending->isThere = true;
    }
    m_ending->changed.notify_all();
}

} // namespace tagsmith
