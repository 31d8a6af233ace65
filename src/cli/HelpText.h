// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/Invocation.h"

#include <QString>

namespace tagsmith
{

/** What `tagsmith --help` prints, or `tagsmith COMMAND --help`; ends with a newline. */
QString helpText(CliCommand command);

} // namespace tagsmith
