// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Progress.h"
#include "core/Result.h"

#include <QPromise>

#include <memory>
#include <utility>

namespace tagsmith
{

/** What an operation may do beside its work: tell how far it is, hand out partial answers. */
template <class T>
class OperationContext
{
public:
    OperationContext(QPromise<Result<T>> &promise, CancelToken token,
                     std::shared_ptr<ProgressChannel> channel)
        : m_promise(promise), m_token(std::move(token)), m_channel(std::move(channel))
    {
    }

    const CancelToken &token() const { return m_token; }

    /** Tells the receiver's whenProgressed(); which try it is comes from beginAgain(). */
    void report(Progress progress)
    {
        progress.attempt = m_attempt;
        progress.trouble = m_trouble;
        m_channel->set(progress);
        m_promise.setProgressValue(++m_reports);
    }

    /** The operation runs again, from its beginning, because of @p trouble (one sentence). */
    void beginAgain(int attempt, const QString &trouble)
    {
        m_attempt = attempt;
        m_trouble = trouble;
        report({});
    }

    /** Hands out an answer that is not yet whole. */
    void publish(T partial) { m_promise.addResult(Result<T>(std::move(partial))); }

private:
    QPromise<Result<T>> &m_promise;
    CancelToken m_token;
    std::shared_ptr<ProgressChannel> m_channel;
    int m_reports = 0;
    int m_attempt = 1;
    QString m_trouble;
};

} // namespace tagsmith
