// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>

namespace tagsmith
{

/** How a tag names its parent. */
struct Hierarchy
{
    QString column; ///< holds the parent
    /** The column of the vocabulary's table that the parent is named by; empty: the key. */
    QString target = {};
    Cell root = {}; ///< what a tag without a parent has: NULL, 0 …
    /** Where not empty, the parent stands in this table (Drupal), beside the child's key. */
    QString table = {};
    QString childColumn = {}; ///< of that table

    friend bool operator==(const Hierarchy &, const Hierarchy &) = default;
};

} // namespace tagsmith
