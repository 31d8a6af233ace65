// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportLine.h"

#include <QString>

namespace tagsmith
{

/** What becomes of a line, for the user: "New", "Changed" and so on. */
QString verdictTitle(LineVerdict verdict);

} // namespace tagsmith
