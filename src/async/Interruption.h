// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"

#include <QtGlobal>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace tagsmith
{

class ScopedConnection;

/** Runs a function that takes its time on another thread. */
using KillStarter = std::function<void(std::function<void()>)>;

/**
 * Makes the token of a connection stop its running statement, for as long as this lives. A kill
 * that meets no statement, because the next one has not reached the server yet, is lost: it is
 * therefore sent again and again until this is gone. Where that does not help, because the server
 * does not answer any more, the link is cut.
 */
class Interruption
{
public:
    Interruption(const ScopedConnection &connection, const KillStarter &startKill);
    ~Interruption();
    Q_DISABLE_COPY_MOVE(Interruption)

    /**
     * COMMIT comes next, and a cancellation too late: from here on it only cuts a link on which no
     * answer comes, after a longer while. Throws DatabaseError (Cancelled) if it came before.
     */
    void beginCommit();

private:
    struct Ending
    {
        std::mutex mutex;
        std::condition_variable changed;
        bool isThere = false;
    };

    CancelToken m_token;
    KillStarter m_startKill;
    std::function<void()> m_cutLink;
    std::shared_ptr<Ending> m_ending; ///< null where the connection interrupts by itself
};

} // namespace tagsmith
