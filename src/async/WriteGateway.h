// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/Interruption.h"
#include "async/LostSession.h"
#include "async/WriteOptions.h"
#include "core/Error.h"
#include "core/Profile.h"

#include <functional>

namespace tagsmith
{

/**
 * Runs one write in a transaction, and again on a new connection where it met a trouble that may go
 * away by itself: a lock of somebody else, or a link lost before COMMIT was sent. After a link lost
 * while committing it finds out whether the write is done, and never does it twice. For one
 * operation, on its worker thread.
 */
class WriteGateway
{
public:
    /** Told before each new try: its number, and one sentence about what made it necessary. */
    using RetryCallback = std::function<void(int attempt, const QString &trouble)>;

    WriteGateway(const Profile &profile, const WriteOptions &options, const CancelToken &token,
                 KillStarter startKill, RetryCallback retrying);

    /**
     * Returns when the write is committed (in a dry run: rolled back). @p work is called once for
     * each try. Throws DatabaseError: nothing was changed then, unless the kind is OutcomeUnknown.
     */
    void run(const std::function<void(ScopedConnection &)> &work);

private:
    enum class Outcome { Committed, NotCommitted, Unknown };

    void tryOnce(const std::function<void(ScopedConnection &)> &work);
    /** Whether the write is done in spite of @p error; throws where it cannot be run again. */
    bool isDoneInSpiteOf(const Error &error, int attempt);
    Outcome findOutcome() const;
    Outcome askForOutcome() const;
    /** Waits; throws (Cancelled) at once when the token is cancelled. */
    void pause(int attempt) const;

    Profile m_profile;
    WriteOptions m_options;
    CancelToken m_token;
    KillStarter m_startKill;
    RetryCallback m_retrying;
    bool m_wasConnected = false;
    bool m_hasLostLink = false;
    bool m_isCommitting = false;
    LostSession m_session; ///< of the last try
};

/** Throws DatabaseError (ReadOnly) where @p profile takes no writes. */
void refuseWriteTo(const Profile &profile);

} // namespace tagsmith
