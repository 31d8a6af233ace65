// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/**
 * Reads `HOST[:PORT], HOST[:PORT]…` as a user types it, with @p port where none is named. An error
 * of kind Usage says what is wrong.
 */
Result<std::vector<Host>> hostsFromText(const QString &text, int port);

/** The reverse; a port is named where it is not @p port. */
QString hostsToText(const std::vector<Host> &hosts, int port);

} // namespace tagsmith
