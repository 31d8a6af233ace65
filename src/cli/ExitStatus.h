// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"

namespace tagsmith
{

/** What the program's exit status says to a script; part of the contract of the command line. */
enum ExitStatus {
    exitDone = 0,
    exitFailed = 1,      ///< the database or a file failed, nothing changed
    exitUsage = 2,       ///< the command line itself is wrong
    exitRefused = 3,     ///< refused or in conflict, nothing changed
    exitRejected = 4,    ///< an import is done, with rejected rows
    exitCancelled = 130, ///< cancelled, rolled back
};

/** The exit status that goes with @p kind. */
ExitStatus exitStatusOf(ErrorKind kind);

} // namespace tagsmith
