// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/LiveRefresh.h"

#include "core/Pending.h"
#include "models/TagList.h"
#include "repository/TagRepository.h"

#include <QGuiApplication>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds usualInterval = 2s;
constexpr int slowerElsewhere = 5;
constexpr int restAfterLoad = 5; ///< times what the last load took
constexpr int mostDoublings = 5;

/**
 * A mark asked for along with a load tells of what that load shows: a change between the two is so
 * young that the next mark is another one (see changeMark()). Not where the answer took long.
 */
constexpr auto longestGap = 1s;

} // namespace

LiveRefresh::LiveRefresh(TagRepository &repository, TagList &list, QWidget *window)
    : QObject(window), m_repository(repository), m_list(list), m_window(window),
      m_interval(usualInterval)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveRefresh::tick);
    connect(&m_list, &TagList::loadingChanged, this, &LiveRefresh::onLoadingChanged);
    connect(&m_list, &TagList::failed, this, [this] {
        m_mark.reset();
        ++m_failedLoads;
        endRefresh();
    });
    connect(&m_list, &TagList::loaded, this, [this] { m_failedLoads = 0; });
    connect(&m_list, &TagList::usesStateChanged, this, [this] {
        if (!m_list.isLoading() && m_list.usesState() != UsesState::Counting)
            endRefresh();
    });
}

LiveRefresh::~LiveRefresh()
{
    m_token.cancel();
}

void LiveRefresh::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    schedule();
}

void LiveRefresh::start()
{
    stop();
    m_started = true;
    schedule();
}

void LiveRefresh::stop()
{
    m_token.cancel();
    ++m_generation;
    m_timer.stop();
    m_mark.reset();
    m_lastLoad = 0;
    m_failures = m_failedLoads = 0;
    m_started = m_asking = m_refreshing = false;
}

bool LiveRefresh::mayAsk() const
{
    // The window is disabled while it shuts down.
    return m_window->isVisible() && !m_window->isMinimized() && m_window->isEnabled() &&
           !m_asking && m_repository.runningOperations() == 0;
}

void LiveRefresh::tick()
{
    if (mayAsk())
        ask();
    else
        schedule();
}

void LiveRefresh::ask()
{
    m_token.cancel();
    m_asking = true;
    m_askedForLoad = m_list.isLoading();
    const quint64 generation = ++m_generation;
    const Pending<QString> pending = m_repository.changeMark(*m_list.source());
    m_token = pending.token;
    whenDone(this, pending, [this, generation](const Result<QString> &answer) {
        if (generation == m_generation)
            receive(answer);
    });
}

void LiveRefresh::receive(const Result<QString> &answer)
{
    m_asking = false;
    if (!answer) {
        fail(answer.error().kind == ErrorKind::Cancelled ? QString() : answer.error().message);
        return;
    }
    if (std::exchange(m_failures, 0) > 0)
        emit problemChanged({});
    const bool isKnown = m_mark == *answer;
    const bool isOfLoad = m_askedForLoad && m_loadClock.isValid() &&
                          std::chrono::milliseconds(m_loadClock.elapsed()) < longestGap;
    // Whoever loads meanwhile shows what is new.
    const bool isOther = !isKnown && !m_askedForLoad;
    if (!m_askedForLoad || isOfLoad)
        m_mark = *answer;
    if (isOther && !m_list.isLoading())
        refresh();
    schedule();
}

void LiveRefresh::fail(const QString &reason)
{
    ++m_failures;
    if (!reason.isEmpty())
        emit problemChanged(tr("Changes by others are not shown at the moment: %1").arg(reason));
    schedule();
}

void LiveRefresh::refresh()
{
    m_refreshing = m_startsLoad = true;
    m_list.reload();
    m_startsLoad = false;
}

void LiveRefresh::onLoadingChanged(bool loading)
{
    if (!loading) {
        m_lastLoad = m_loadClock.isValid() ? m_loadClock.elapsed() : 0;
        if (m_list.usesState() != UsesState::Counting)
            endRefresh();
        return;
    }
    m_loadClock.start();
    if (m_startsLoad)
        return;
    m_refreshing = false;
    if (isOn())
        ask();
}

void LiveRefresh::endRefresh()
{
    m_refreshing = false;
}

void LiveRefresh::schedule()
{
    m_timer.stop();
    if (!isOn())
        return;
    std::chrono::milliseconds pause = m_interval;
    if (QGuiApplication::applicationState() != Qt::ApplicationActive)
        pause *= slowerElsewhere;
    pause *= 1 << std::min(std::max(m_failures, m_failedLoads), mostDoublings);
    m_timer.start(std::max(pause, std::chrono::milliseconds(m_lastLoad) * restAfterLoad));
}

} // namespace tagsmith
