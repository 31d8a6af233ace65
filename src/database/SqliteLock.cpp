// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqliteLock.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"

#include <QDeadlineTimer>

namespace tagsmith
{

void waitForSqliteLock(const CancelToken &token, LockWait lockWait,
                       const std::function<void()> &step)
{
    using namespace std::chrono_literals;
    const QDeadlineTimer deadline(lockWait == LockWait::Short ? 1s : 5s);
    for (;;) {
        try {
            step();
            return;
        } catch (const DatabaseError &failure) {
            token.throwIfCancelled();
            if (failure.error().kind != ErrorKind::Locked || deadline.hasExpired())
                throw;
        }
    }
}

} // namespace tagsmith
