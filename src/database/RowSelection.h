// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace tagsmith
{

class Statement;

/** The rows of one table that a SELECT with these parts would pick. */
struct RowSelection
{
    QString table; ///< its name, unquoted
    QString alias; ///< how `from` calls it, for example "r"; empty: by its own name
    QString from;  ///< what follows FROM, with joins if any; empty: the quoted table
    QString where; ///< the condition; empty: all rows
    std::function<void(Statement &)> bind = {}; ///< binds the parameters of from, then of where
    bool remains = false; ///< it picks the same rows after the change that it is announced for
};

} // namespace tagsmith
