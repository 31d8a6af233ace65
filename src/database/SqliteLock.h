// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"

#include <functional>

namespace tagsmith
{

enum class LockWait;

/**
 * Runs @p step again and again while it fails because another program holds the SQLite file's lock,
 * for five seconds at most, or one (@p lockWait); the connection's own short busy timeout makes the
 * pauses. Throws what the step throws, or DatabaseError (Cancelled).
 */
void waitForSqliteLock(const CancelToken &token, LockWait lockWait,
                       const std::function<void()> &step);

} // namespace tagsmith
