// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Progress.h"
#include "core/Result.h"

#include <QFuture>
#include <QFutureWatcher>

#include <memory>
#include <utility>

namespace tagsmith
{

/**
 * An answer that is still to come. To receive it use whenDone(); to stop the work, token.cancel():
 * the answer then still comes, as an error of kind Cancelled. The last result of the future is the
 * answer; results before it are partial ones.
 */
template <class T>
struct Pending
{
    QFuture<Result<T>> future;
    CancelToken token;
    std::shared_ptr<ProgressChannel> progress = std::make_shared<ProgressChannel>();
};

/**
 * Calls @p done(const Result<T> &) on @p receiver's thread when the answer is there, and
 * @p partial(const Result<T> &) for each result before the last; neither is called once
 * @p receiver is gone. The watcher is a child of @p receiver, because a continuation with a
 * context is not safe in Qt 6.4 (QFuture::then, an assert and a data race on a deleted context).
 */
template <class T, class Done, class Partial>
void whenDone(QObject *receiver, const Pending<T> &pending, Done done, Partial partial)
{
    auto *watcher = new QFutureWatcher<Result<T>>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::resultReadyAt, receiver,
                     [watcher, partial = std::move(partial)](int index) {
                         partial(watcher->resultAt(index), index);
                     });
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, done = std::move(done)] {
                         watcher->deleteLater();
                         // The result is there: finished() comes after the last resultReadyAt().
                         done(watcher->resultAt(watcher->future().resultCount() - 1));
                     });
    watcher->setFuture(pending.future);
}

/** As above, for an answer without partial results. */
template <class T, class Done>
void whenDone(QObject *receiver, const Pending<T> &pending, Done done)
{
    whenDone(receiver, pending, std::move(done), [](const Result<T> &, int) {});
}

/** Calls @p show(const Progress &) on @p receiver's thread as the work goes on, until it is done.
 */
template <class T, class Show>
void whenProgressed(QObject *receiver, const Pending<T> &pending, Show show)
{
    auto *watcher = new QFutureWatcher<Result<T>>(receiver);
    QObject::connect(
        watcher, &QFutureWatcherBase::progressValueChanged, receiver,
        [channel = pending.progress, show = std::move(show)] { show(channel->latest()); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(pending.future);
}

} // namespace tagsmith
