// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** A stored number that repeats how often a tag is used, and the application's rule for it. */
struct Counter
{
    QString column;          ///< of the vocabulary's table
    QString referenceTable;  ///< whose rows are counted
    QString referenceColumn; ///< the column there that holds the tag
    /** Where not empty, only rows whose object in this table satisfies objectWhere count. */
    QString objectTable = {};
    QString objectKey = {};                    ///< the key of objectTable
    QString linkColumn = {};                   ///< the column of the reference's row that names it
    std::vector<ColumnValue> objectWhere = {}; ///< WordPress: post_status = publish

    friend bool operator==(const Counter &, const Counter &) = default;
};

} // namespace tagsmith
