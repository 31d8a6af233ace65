// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tagsmith
{

class CommandRunner;

/** `tagsmith init`: makes the default table, in a database of somebody else's only on demand. */
void runInit(CommandRunner &runner);

} // namespace tagsmith
