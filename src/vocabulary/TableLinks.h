// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "core/Vocabulary.h"
#include "database/Schema.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/** Columns of a table whose values have to be those of a row of another (or the same) table. */
struct TableLink
{
    QString child;
    QStringList columns;
    QString parent;
    QStringList targets;                 ///< the columns of parent, beside columns
    std::vector<ColumnValue> scope = {}; ///< only rows of child with these values
    Cell root = {};                      ///< a value that means no row; NULL always does

    friend bool operator==(const TableLink &, const TableLink &) = default;
};

/**
 * Every declared foreign key, and what @p vocabulary says of references, hierarchy and name table;
 * such whose tables or columns are not there are left out.
 */
std::vector<TableLink> tableLinks(const std::vector<TableSchema> &schema,
                                  const Vocabulary &vocabulary);

} // namespace tagsmith
