// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ExitStatus.h"

namespace tagsmith
{

ExitStatus exitStatusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage: return exitUsage;
    case ErrorKind::Conflict:
    case ErrorKind::Constraint:
    case ErrorKind::NoJournal:
    case ErrorKind::Refused: return exitRefused;
    case ErrorKind::Cancelled: return exitCancelled;
    default: return exitFailed;
    }
}

} // namespace tagsmith
