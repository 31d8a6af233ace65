// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

struct sqlite3;

namespace tagsmith
{

/**
 * Tells @p handle the collations that applications give to their columns and SQLite does not know:
 * without them no statement may compare such a column, nor change an index on it. Theirs is
 * NOCASE_UTF8 of Drupal: upper case by Unicode, then byte by byte. Valid until the handle closes.
 */
void addApplicationCollations(sqlite3 *handle);

} // namespace tagsmith
