// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int parallelReads = 3;

} // namespace

DatabaseExecutor::DatabaseExecutor(QObject *parent) : QObject(parent)
{
    m_readPool.setMaxThreadCount(parallelReads);
    m_writePool.setMaxThreadCount(1); // one queue, in the order of the calls
    // each may have to go on until its operation ends
    m_killPool.setMaxThreadCount(parallelReads + 1);
}

DatabaseExecutor::~DatabaseExecutor()
{
    beginShutdown();
    waitForDone();
}

QThreadPool &DatabaseExecutor::pool(Lane lane)
{
    switch (lane) {
    case Lane::Write: return m_writePool;
    case Lane::Kill: return m_killPool;
    case Lane::Read: break;
    }
    return m_readPool;
}

bool DatabaseExecutor::begin(Lane lane, const CancelToken &token, quint64 &ticket)
{
    {
        const std::scoped_lock lock(m_mutex);
        // A shutdown needs its kills: they are what ends the operations.
        if (m_shutdown && lane != Lane::Kill)
            return false;
        ticket = ++m_nextTicket;
        m_active.emplace(ticket, Active{lane, token});
    }
    QMetaObject::invokeMethod(this, &DatabaseExecutor::announce, Qt::QueuedConnection);
    return true;
}

void DatabaseExecutor::end(quint64 ticket)
{
    const std::scoped_lock lock(m_mutex);
    m_active.erase(ticket);
    QMetaObject::invokeMethod(this, &DatabaseExecutor::announce, Qt::QueuedConnection);
}

void DatabaseExecutor::kill(std::function<void()> killer)
{
    quint64 ticket = 0;
    begin(Lane::Kill, CancelToken(), ticket);
    m_killPool.start([this, ticket, killer = std::move(killer)] {
        killer();
        end(ticket);
    });
}

KillStarter DatabaseExecutor::killStarter()
{
    return [this](std::function<void()> killer) { kill(std::move(killer)); };
}

void DatabaseExecutor::announce()
{
    bool isDrained = false;
    {
        const std::scoped_lock lock(m_mutex);
        isDrained = m_shutdown && m_active.empty() && !m_drained;
        m_drained = m_drained || isDrained;
    }
    emit activityChanged();
    // Behind the answers, which are in the queue by now but may stand after this very call.
    if (isDrained)
        QMetaObject::invokeMethod(this, &DatabaseExecutor::drained, Qt::QueuedConnection);
}

int DatabaseExecutor::runningOperations() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_active.size());
}

bool DatabaseExecutor::isWriting() const
{
    const std::scoped_lock lock(m_mutex);
    return std::any_of(m_active.begin(), m_active.end(),
                       [](const auto &entry) { return entry.second.lane == Lane::Write; });
}

void DatabaseExecutor::beginShutdown()
{
    std::vector<CancelToken> tokens;
    {
        const std::scoped_lock lock(m_mutex);
        m_shutdown = true;
        for (const auto &[ticket, active] : m_active)
            tokens.push_back(active.token);
    }
    for (const CancelToken &token : tokens)
        token.cancel();
    QMetaObject::invokeMethod(this, &DatabaseExecutor::announce, Qt::QueuedConnection);
}

void DatabaseExecutor::waitForDone()
{
    m_writePool.waitForDone();
    m_readPool.waitForDone();
    m_killPool.waitForDone();
}

Error DatabaseExecutor::unexpected(const char *what)
{
    return {ErrorKind::Internal,
            u"Tagsmith met an unexpected fault (%1); nothing was changed, please report it."_s.arg(
                QString::fromUtf8(what))};
}

Error DatabaseExecutor::closingError()
{
    return {ErrorKind::Refused, u"Tagsmith is closing and begins nothing new."_s};
}

} // namespace tagsmith
