// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tagsmith
{

class CommandRunner;

/** `tagsmith add`, `set`, `rename`, `merge` and `delete`. */
void runAdd(CommandRunner &runner);
void runSet(CommandRunner &runner);
void runRename(CommandRunner &runner);
void runMerge(CommandRunner &runner);
void runDelete(CommandRunner &runner);

} // namespace tagsmith
