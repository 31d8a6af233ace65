// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/WriteGateway.h"

#include "async/RetryRule.h"
#include "database/ScopedConnection.h"
#include "database/Transaction.h"

#include <QSemaphore>

#include <memory>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int maxQuestions = 8; // with their pauses some twelve seconds: a server may start again

constexpr std::chrono::seconds longestAnswer(5); // more than a lock is waited for

/** Whether the server may have done a COMMIT that was answered with @p error. */
bool mayBeCommitted(const Error &error, Driver driver)
{
    constexpr int notReady = 1047;
    constexpr int interrupted = 1317;
    return troubleOf(error, driver) == Trouble::Link ||
           (driver == Driver::Mysql &&
            (error.nativeCode == notReady || error.nativeCode == interrupted));
}

bool isLostLink(const Error &error)
{
    constexpr int noSocket = 2002;
    constexpr int noHost = 2003;
    constexpr int tooMany = 1040;
    return error.nativeCode != noSocket && error.nativeCode != noHost &&
           error.nativeCode != tooMany;
}

QString sentenceOf(Trouble trouble)
{
    return trouble == Trouble::Lock ? u"Somebody else holds a lock on these rows."_s
                                    : u"The link to the server was lost."_s;
}

Error nothingChanged(const Error &error)
{
    return {ErrorKind::Connection,
            u"The link to the server was lost before the change was committed, so that nothing was "
            "changed; try again when the server answers."_s,
            error.nativeCode};
}

Error outcomeUnknown(const Error &error)
{
    return {ErrorKind::OutcomeUnknown,
            u"The link to the server was lost while the change was being committed; look whether "
            "it is there before you repeat it."_s,
            error.nativeCode};
}

} // namespace

WriteGateway::WriteGateway(const Profile &profile, const WriteOptions &options,
                           const CancelToken &token, KillStarter startKill, RetryCallback retrying)
    : m_profile(profile), m_options(options), m_token(token), m_startKill(std::move(startKill)),
      m_retrying(std::move(retrying))
{
}

void WriteGateway::run(const std::function<void(ScopedConnection &)> &work)
{
    for (int attempt = 1;; ++attempt) {
        try {
            tryOnce(work);
            return;
        } catch (const DatabaseError &failure) {
            if (isDoneInSpiteOf(failure.error(), attempt))
                return;
            m_retrying(attempt + 1, sentenceOf(troubleOf(failure.error(), m_profile.driver)));
        }
        pause(attempt + 1);
    }
}

void WriteGateway::tryOnce(const std::function<void(ScopedConnection &)> &work)
{
    m_isCommitting = false;
    ScopedConnection connection(m_profile, m_token, LockWait::Short);
    Interruption interruption(connection, m_startKill);
    if (m_hasLostLink)
        m_session.end(connection); // it may still hold the locks that are needed now
    m_hasLostLink = false;
    m_wasConnected = true;
    m_session = LostSession(connection);
    if (m_options.pauseForeignKeys)
        connection.pauseForeignKeys();
    if (m_options.manyRows)
        connection.expectManyRows();
    Transaction transaction(connection, Transaction::Mode::Write);
    work(connection);
    if (m_options.mode == WriteMode::DryRun)
        return;
    interruption.beginCommit();
    m_isCommitting = true;
    transaction.commit();
}

bool WriteGateway::isDoneInSpiteOf(const Error &error, int attempt)
{
    const Trouble trouble = troubleOf(error, m_profile.driver);
    const bool isLink = trouble == Trouble::Link;
    m_hasLostLink = isLink && m_wasConnected;
    if (m_isCommitting && mayBeCommitted(error, m_profile.driver)) {
        switch (findOutcome()) {
        case Outcome::Committed: return true;
        case Outcome::Unknown: throw DatabaseError(outcomeUnknown(error));
        case Outcome::NotCommitted: break;
        }
    } else if (m_isCommitting && m_profile.driver == Driver::Sqlite) {
        throw DatabaseError(error); // the lock has been waited for; see Transaction::commit()
    }
    m_token.throwIfCancelled();
    const bool canTryAgain = m_isCommitting
                                 ? isTransient(error, m_profile.driver)
                                 : trouble == Trouble::Lock || (isLink && m_wasConnected);
    if (canTryAgain && attempt < maxTries)
        return false;
    if (isLink && m_wasConnected && isLostLink(error))
        throw DatabaseError(nothingChanged(error));
    throw DatabaseError(error);
}

WriteGateway::Outcome WriteGateway::findOutcome() const
{
    if (!m_options.wasCommitted)
        return Outcome::Unknown;
    for (int question = 1;; ++question) {
        try {
            return askForOutcome();
        } catch (const DatabaseError &failure) {
            if (!isTransient(failure.error(), m_profile.driver) || question == maxQuestions)
                return Outcome::Unknown;
        }
        try {
            pause(question + 1);
        } catch (const DatabaseError &) {
            return Outcome::Unknown; // nobody wants to wait for the truth any more
        }
    }
}

WriteGateway::Outcome WriteGateway::askForOutcome() const
{
    // With a token of its own: that the user has cancelled meanwhile makes nothing undone.
    ScopedConnection connection(m_profile, CancelToken(), LockWait::Short, longestAnswer);
    m_session.end(connection);
    // A SELECT then waits for the locks of the session in question, should it live on: it cannot
    // say that there is nothing while something is still to come.
    connection.executeDirectly(u"SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE"_s);
    const Transaction transaction(connection, Transaction::Mode::Write);
    if (m_options.wasCommitted(connection, m_options.operationId))
        return Outcome::Committed;
    // Another machine of the same name may not have it yet.
    return m_session.isAt(connection) ? Outcome::NotCommitted : Outcome::Unknown;
}

void WriteGateway::pause(int attempt) const
{
    const auto woken = std::make_shared<QSemaphore>();
    m_token.setInterrupter([woken] { woken->release(); });
    woken->tryAcquire(1, static_cast<int>(pauseBefore(attempt, m_options.firstPause).count()));
    m_token.clearInterrupter();
    m_token.throwIfCancelled();
}

void refuseWriteTo(const Profile &profile)
{
    if (profile.readOnly) {
        throw DatabaseError(ErrorKind::ReadOnly,
                            u"This connection is opened read-only, so that nothing is changed; "
                            "open it without that to make changes."_s);
    }
}

} // namespace tagsmith
