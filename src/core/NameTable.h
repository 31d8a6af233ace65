// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/**
 * The table that the names stand in, where it is another than the vocabulary's own (WordPress:
 * `terms` beside `term_taxonomy`). A row of it may be shared: it goes only with its last tag.
 */
struct NameTable
{
    QString table;
    QString key;       ///< its column that the vocabulary's table names
    QString tagColumn; ///< the column of the vocabulary's table that names it

    friend bool operator==(const NameTable &, const NameTable &) = default;
};

} // namespace tagsmith
