// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** Tags that the application needs as they are. */
struct Protection
{
    /** Completes "“x” cannot be merged away: it …", for example "is the default category". */
    QString reason;
    QStringList operations = {}; ///< of "merge" (as a source), "rename", "delete"; empty: all three
    std::vector<ColumnValue> where = {}; ///< on the tag's own row
    /** Where not empty: tags that a row of this table (with tableWhere) names in tableColumn. */
    QString table = {};
    QString tableColumn = {};
    QString target = {}; ///< the tag's column that is named there; empty: the key
    std::vector<ColumnValue> tableWhere = {};
    bool withDescendants = false; ///< guards all tags beneath as well

    friend bool operator==(const Protection &, const Protection &) = default;
};

} // namespace tagsmith
