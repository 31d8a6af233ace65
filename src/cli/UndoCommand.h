// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tagsmith
{

class CommandRunner;

/** `tagsmith undo`; of an undo it is a redo. */
void runUndo(CommandRunner &runner);

} // namespace tagsmith
