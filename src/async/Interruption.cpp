// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/Interruption.h"

#include "database/ScopedConnection.h"

namespace tagsmith
{

namespace
{

constexpr std::chrono::milliseconds pauseBetweenKills(200);
constexpr std::chrono::seconds patience(1);
constexpr std::chrono::seconds patienceWithCommit(5); // a server may really work so long

} // namespace

Interruption::Interruption(const ScopedConnection &connection, const KillStarter &startKill)
    : m_token(connection.token()), m_startKill(startKill), m_cutLink(connection.linkCutter())
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
    m_token.setInterrupter([startKill, killUntilEnded, cutLink = cutAfter(patience)] {
        startKill(killUntilEnded);
        startKill(cutLink);
    });
}

std::function<void()> Interruption::cutAfter(std::chrono::milliseconds wait) const
{
    return [wait, cutLink = m_cutLink, ending = m_ending] {
        std::unique_lock lock(ending->mutex);
        if (!ending->changed.wait_for(lock, wait, [&ending] { return ending->isThere; }))
            cutLink();
    };
}

void Interruption::beginCommit()
{
    m_token.clearInterrupter();
    m_token.throwIfCancelled();
    if (!m_ending)
        return;
    m_token.setInterrupter(
        [startKill = m_startKill, cutLink = cutAfter(patienceWithCommit)] { startKill(cutLink); });
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
