// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Pending.h"

#include <QPromise>

#include <limits>
#include <memory>
#include <utility>

namespace tagsmith
{

/**
 * An answer that somebody waits for while the work behind it may be begun more than once. Whatever
 * happens, an answer comes: Cancelled, where nobody gave another. Belongs to the GUI thread.
 */
template <class T>
class AnswerRelay
{
public:
    /** @p first is the work as begun first; its token cancels whatever is begun after it, too. */
    explicit AnswerRelay(const Pending<T> &first) : m_token(first.token), m_channel(first.progress)
    {
        m_promise.start();
        m_promise.setProgressRange(0, std::numeric_limits<int>::max());
    }
    ~AnswerRelay()
    {
        if (!m_isDone)
            finish(Error{ErrorKind::Cancelled, QStringLiteral("Cancelled; nothing was changed.")});
    }
    Q_DISABLE_COPY_MOVE(AnswerRelay)

    Pending<T> pending() const { return {m_promise.future(), m_token, m_channel}; }
    bool isCancelled() const { return m_token.isCancelled(); }

    void report(const Progress &progress)
    {
        m_channel->set(progress);
        m_promise.setProgressValue(++m_reports);
    }
    /** The work was begun once more. */
    void follow(const Pending<T> &next) const
    {
        m_token.setInterrupter([token = next.token] { token.cancel(); });
    }
    void finish(const Result<T> &answer)
    {
        m_isDone = true;
        m_token.clearInterrupter();
        m_promise.addResult(answer);
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    CancelToken m_token;
    std::shared_ptr<ProgressChannel> m_channel;
    int m_reports = 0;
    bool m_isDone = false;
};

} // namespace tagsmith
