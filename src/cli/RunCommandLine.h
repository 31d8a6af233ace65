// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/Invocation.h"
#include "core/Error.h"

#include <QStringList>

namespace tagsmith
{

class ProfileStore;
class TagRepository;

/**
 * Carries the command out under an event loop of the application, and returns the exit status once
 * every connection is closed. SIGINT, SIGTERM and SIGHUP cancel.
 */
int runCommandLine(const Invocation &invocation, TagRepository &repository,
                   const ProfileStore &profiles);

/** Reports what is wrong with the command line itself; the exit status. */
int reportUsageError(const Error &error, const QStringList &arguments);

/** Prints the help or the version that the command line asks for; the exit status. */
int printAbout(const Invocation &invocation);

} // namespace tagsmith
