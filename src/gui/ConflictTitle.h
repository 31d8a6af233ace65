// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

struct RowConflict;

/** What the user calls the row in conflict: its table, its name if it has one, and its key. */
QString conflictTitle(const RowConflict &conflict);

} // namespace tagsmith
