// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

class QWidget;

namespace tagsmith
{

class TagList;
class TagRepository;

/**
 * Asks every few seconds whether others have changed the open vocabulary, and then loads it again,
 * without a word: the table moves on with selection, scroll position and open editors in place. It
 * rests while the window is hidden or anything else runs, and asks less often while the user works
 * elsewhere, where loading takes long, or where the database does not answer.
 */
class LiveRefresh : public QObject
{
    Q_OBJECT

public:
    LiveRefresh(TagRepository &repository, TagList &list, QWidget *window);
    ~LiveRefresh() override;

    /** How long to wait between two questions; 0 switches asking off. */
    void setInterval(std::chrono::milliseconds interval);
    /** To be called right before the list opens a vocabulary. */
    void start();
    void stop();

    /** Whether the list loads, or counts, only because of a change by others. */
    bool isRefreshing() const { return m_refreshing; }

signals:
    /** Why the database cannot be asked; empty once it answers again. */
    void problemChanged(const QString &sentence);

private:
    void tick();
    void ask();
    void receive(const Result<QString> &answer);
    void fail(const QString &reason);
    void refresh();
    void onLoadingChanged(bool loading);
    void endRefresh();
    void schedule();
    bool isOn() const { return m_started && m_interval.count() > 0; }
    bool mayAsk() const;

    TagRepository &m_repository;
    TagList &m_list;
    QWidget *m_window;
    QTimer m_timer;
    std::chrono::milliseconds m_interval;
    std::optional<QString> m_mark; ///< of what the list shows; nothing: not known
    CancelToken m_token;           ///< of the latest question
    QElapsedTimer m_loadClock;
    qint64 m_lastLoad = 0;    ///< how long it took, in milliseconds
    quint64 m_generation = 0; ///< answers to questions of an earlier one are dropped
    int m_failures = 0;       ///< in a row
    int m_failedLoads = 0;    ///< in a row
    bool m_started = false;
    bool m_asking = false;
    bool m_askedForLoad = false; ///< the question goes along with a load by somebody else
    bool m_refreshing = false;
    bool m_startsLoad = false;
};

} // namespace tagsmith
