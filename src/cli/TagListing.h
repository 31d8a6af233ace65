// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"
#include "core/UseCounts.h"

#include <QString>

namespace tagsmith
{

class Console;

/** {"tags":[…]}, tag by tag, so that a million of them need no memory; @p table: see tagJson(). */
void printTagsAsJson(Console &console, const Arrangement &tags, const QString &table,
                     const UseCounts &uses);
/** A table with a line of column names, name and further columns first, uses last. */
void printTagsAsText(Console &console, const Arrangement &tags, const UseCounts &uses);

} // namespace tagsmith
