// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tagsmith
{

class CommandRunner;

/** `tagsmith import` and `tagsmith export`. */
void runImport(CommandRunner &runner);
void runExport(CommandRunner &runner);

} // namespace tagsmith
