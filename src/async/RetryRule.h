// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/Profile.h"

#include <chrono>

namespace tagsmith
{

/** What may go away by itself. */
enum class Trouble {
    None, ///< it will not
    Lock, ///< somebody else holds a lock, or a node of the cluster is not ready
    Link, ///< the link to the server was lost, or there is no server to link to
};

/** What kind of trouble @p error is, told from the engine's own code alone. */
Trouble troubleOf(const Error &error, Driver driver);

/** Whether the same operation may succeed when it is run again on a new connection. */
bool isTransient(const Error &error, Driver driver);

/** How often an operation is run, the first time included. */
constexpr int maxTries = 5;

/** The pause before the second try; each further one is twice as long. */
constexpr std::chrono::milliseconds firstRetryPause(100);

/** How long to wait before the try with the number @p attempt, which is 2 or more. */
std::chrono::milliseconds pauseBefore(int attempt, std::chrono::milliseconds firstPause);

} // namespace tagsmith
