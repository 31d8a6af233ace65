// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tagsmith
{

class CommandRunner;

/** `tagsmith history`: lists operations, shows one, forgets old ones, stores how long to keep. */
void runHistory(CommandRunner &runner);

} // namespace tagsmith
