// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

struct sqlite3;

namespace tagsmith
{

/**
 * Tells @p handle the functions that the journal's SQL calls:
 * tagsmith_row(value, …): the values as a JSON array, one string or null for each, with its storage
 * class before the value: i integer, r real, t text, b blob (hexadecimal), x text that is not UTF-8
 * or has a NUL (hexadecimal);
 * tagsmith_value(row, index): the value with its storage class again;
 * tagsmith_list(row, order): an aggregate, the rows as one JSON array, by their order;
 * tagsmith_rows(value, …): an aggregate, what tagsmith_list(tagsmith_row(value, …), 0) is;
 * tagsmith_fold(text): the text without its letter case, for comparisons.
 * Valid until the handle closes.
 */
void addRowFunctions(sqlite3 *handle);

} // namespace tagsmith
