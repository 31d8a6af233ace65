// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/Interruption.h"
#include "async/OperationContext.h"
#include "async/WriteGateway.h"
#include "async/WriteOptions.h"
#include "core/Pending.h"
#include "core/Profile.h"
#include "database/ScopedConnection.h"
#include "database/Transaction.h"

#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <chrono>
#include <exception>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace tagsmith
{

/**
 * Runs operations on worker threads of its own (never the global pool, which Qt drains too late),
 * each on a connection that is opened for it and closed before its answer is given. Reads run side
 * by side; writes one after another, in the order in which they were asked for.
 *
 * The order of shutdown: beginShutdown() refuses new work and cancels what runs or waits; each
 * operation rolls back, closes its connection and answers; drained() follows the last one; then
 * the event loop may end; waitForDone() joins the threads; the DriverAnchor goes last.
 *
 * Belongs to the thread that made it; a token may be cancelled from any thread.
 */
class DatabaseExecutor : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseExecutor(QObject *parent = nullptr);
    ~DatabaseExecutor() override;

    /** Runs @p work(ScopedConnection &, OperationContext<T> &) in one consistent read. */
    template <class T, class Work>
    Pending<T> read(const Profile &profile, Work work)
    {
        return submit<T>(Lane::Read, [this, profile, work](OperationContext<T> &context) {
            ScopedConnection connection(profile, context.token());
            const Interruption interruption(connection, killStarter());
            Transaction transaction(connection, Transaction::Mode::Read);
            return work(connection, context);
        });
    }

    /**
     * Runs @p work(ScopedConnection &, OperationContext<T> &) in one transaction, and again from
     * its beginning where WriteGateway finds that this may help; each new try is told to
     * whenProgressed(). Refused on a read-only profile.
     */
    template <class T, class Work>
    Pending<T> write(const Profile &profile, const WriteOptions &options, Work work)
    {
        return submit<T>(Lane::Write, [this, profile, options = withPause(options),
                                       work](OperationContext<T> &context) {
            refuseWriteTo(profile);
            std::optional<T> answer;
            WriteGateway gateway(profile, options, context.token(), killStarter(),
                                 [&context](int attempt, const QString &trouble) {
                                     context.beginAgain(attempt, trouble);
                                 });
            gateway.run([&work, &context, &answer](ScopedConnection &connection) {
                answer.emplace(work(connection, context));
            });
            return std::move(*answer);
        });
    }

    template <class T, class Work>
    Pending<T> write(const Profile &profile, WriteMode mode, Work work)
    {
        return write<T>(profile, WriteOptions{mode}, std::move(work));
    }

    /** For statements that no transaction can hold (CREATE TABLE, journal_mode); never run again.
     */
    template <class T, class Work>
    Pending<T> writeWithoutTransaction(const Profile &profile, Work work)
    {
        return submit<T>(Lane::Write, [this, profile, work](OperationContext<T> &context) {
            refuseWriteTo(profile);
            ScopedConnection connection(profile, context.token());
            const Interruption interruption(connection, killStarter());
            return work(connection, context);
        });
    }

    /** Runs @p work(OperationContext<T> &) without a connection. */
    template <class T, class Work>
    Pending<T> compute(Work work)
    {
        return submit<T>(Lane::Read, std::move(work));
    }

    /** Other pauses between the tries of the writes to come, for who tries thousands of times. */
    void setFirstRetryPause(std::chrono::milliseconds pause) { m_firstPause = pause; }

    /** Operations that have not ended yet, waiting ones among them. */
    int runningOperations() const;
    bool isWriting() const;

    /** Refuses new work, cancels the rest; drained() follows, never before this returns. */
    void beginShutdown();
    /** Blocks until every operation has ended; for main() after the event loop. */
    void waitForDone();

signals:
    /** The last operation has ended, its connection is closed and its answer given. */
    void drained();
    void activityChanged();

private:
    enum class Lane { Read, Write, Kill };

    struct Active
    {
        Lane lane;
        CancelToken token;
    };

    template <class T, class Work>
    Pending<T> submit(Lane lane, Work work)
    {
        Pending<T> pending;
        quint64 ticket = 0;
        if (!begin(lane, pending.token, ticket)) {
            pending.future = refused<T>();
            return pending;
        }
        pending.future = QtConcurrent::run(
            &pool(lane), [this, ticket, work = std::move(work), token = pending.token,
                          channel = pending.progress](QPromise<Result<T>> &promise) {
                promise.setProgressRange(0, std::numeric_limits<int>::max());
                OperationContext<T> context(promise, token, channel);
                promise.addResult(guarded<T>(work, context));
                promise.finish(); // so that the answer comes before drained()
                end(ticket);
            });
        return pending;
    }

    /** Futures never carry exceptions: whatever the work throws becomes an Error. */
    template <class T, class Work>
    static Result<T> guarded(const Work &work, OperationContext<T> &context)
    {
        try {
            context.token().throwIfCancelled();
            return work(context);
        } catch (const DatabaseError &failure) {
            return failure.error();
        } catch (const std::exception &failure) {
            return unexpected(failure.what());
        }
    }

    template <class T>
    static QFuture<Result<T>> refused()
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(Result<T>(closingError()));
        promise.finish();
        return promise.future();
    }

    WriteOptions withPause(WriteOptions options) const
    {
        options.firstPause = m_firstPause;
        return options;
    }

    static Error unexpected(const char *what);
    static Error closingError();

    QThreadPool &pool(Lane lane);
    bool begin(Lane lane, const CancelToken &token, quint64 &ticket);
    void end(quint64 ticket);
    void kill(std::function<void()> killer);
    KillStarter killStarter();
    void announce();

    mutable std::mutex m_mutex; ///< guards the four below
    std::map<quint64, Active> m_active;
    quint64 m_nextTicket = 0;
    bool m_shutdown = false;
    bool m_drained = false;

    std::chrono::milliseconds m_firstPause = firstRetryPause;
    QThreadPool m_readPool;
    QThreadPool m_writePool;
    QThreadPool m_killPool;
};

} // namespace tagsmith
