// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/Invocation.h"
#include "core/Result.h"

#include <QStringList>

namespace tagsmith
{

/**
 * Takes @p arguments (the program's name first) apart. Needs no application object. An error of
 * kind Usage says in one sentence what is wrong.
 */
Result<Invocation> parseCommandLine(const QStringList &arguments);

} // namespace tagsmith
