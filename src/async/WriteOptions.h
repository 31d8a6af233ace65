// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/RetryRule.h"

#include <QString>

#include <chrono>
#include <functional>

namespace tagsmith
{

class ScopedConnection;

/** Whether a write is kept or, after the very same work, rolled back. */
enum class WriteMode { Commit, DryRun };

/** How a write goes through the gateway of DatabaseExecutor. */
struct WriteOptions
{
    WriteMode mode = WriteMode::Commit;
    /** The UUID of the operation, the same in every try; for `wasCommitted` to look up. */
    QString operationId = {};
    /**
     * Whether the journal has the operation with this id; asked on another connection after a link
     * that was lost while committing. Empty where there is no journal.
     */
    std::function<bool(ScopedConnection &, const QString &)> wasCommitted = {};
    /** The pause before the second try; the executor puts its own in. */
    std::chrono::milliseconds firstPause = firstRetryPause;
    /** Foreign keys are not enforced: the work itself sees to it that nothing dangles. */
    bool pauseForeignKeys = false;
    bool manyRows = false; ///< see ScopedConnection::expectManyRows()
};

} // namespace tagsmith
