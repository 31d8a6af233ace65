// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tagsmith
{

class CommandRunner;

/** `tagsmith inspect` and `tagsmith list`. */
void runInspect(CommandRunner &runner);
void runList(CommandRunner &runner);

} // namespace tagsmith
