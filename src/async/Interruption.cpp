// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/Interruption.h"

#include "database/ScopedConnection.h"

#include <chrono>

namespace tagsmith
{

namespace
{

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds pauseBetweenKills(200);
constexpr int maxKills = 5;
constexpr std::chrono::seconds patience(4);           // a server may take two seconds for one KILL
constexpr std::chrono::seconds patienceWithCommit(5); // a server may really work so long

} // namespace

Interruption::Interruption(const ScopedConnection &connection, const KillStarter &startKill)
    : m_token(connection.token()), m_startKill(startKill), m_cutLink(connection.linkCutter())
{
    const auto killer = connection.killer();
    if (!killer)
        return; // an SQLite connection has registered its own
    m_ending = std::make_shared<Ending>();
    const auto killUntilEnded = [killer, cutLink = m_cutLink, ending = m_ending] {
        const auto begin = Clock::now();
        std::unique_lock lock(ending->mutex);
        for (int kills = 0; kills < maxKills && Clock::now() - begin < patience; ++kills) {
            if (ending->isThere)
                return;
            lock.unlock();
            killer();
            lock.lock();
            ending->changed.wait_for(lock, pauseBetweenKills,
                                     [&ending] { return ending->isThere; });
        }
        if (!ending->isThere)
            cutLink();
    };
    m_token.setInterrupter([startKill, killUntilEnded] { startKill(killUntilEnded); });
}

void Interruption::beginCommit()
{
    m_token.clearInterrupter();
    m_token.throwIfCancelled();
    if (!m_ending)
        return;
    const auto cutAtLast = [cutLink = m_cutLink, ending = m_ending] {
        std::unique_lock lock(ending->mutex);
        if (!ending->changed.wait_for(lock, patienceWithCommit,
                                      [&ending] { return ending->isThere; }))
            cutLink();
    };
    m_token.setInterrupter([startKill = m_startKill, cutAtLast] { startKill(cutAtLast); });
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
