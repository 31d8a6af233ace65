// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"
#include "core/VocabularyMapping.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/**
 * A mapping that was found to fit a database, with its columns as that database declares them. In
 * the minimal vocabulary the key is the name itself, so that key and name are the same column.
 */
struct Vocabulary : VocabularyMapping
{
    int keyColumn = 0;  ///< index into columns
    int nameColumn = 0; ///< index into columns
    /** Every column of the table, in its order, then those of the name table but its key. */
    std::vector<Column> columns;
    bool transactional = true; ///< false where the table's engine cannot roll back (MyISAM)
    /** Tables of references and the like whose engine cannot roll back. */
    QStringList tablesWithoutRollback;
    /** Columns that look like references and are not followed as long as nobody confirms them. */
    std::vector<SuggestedReference> suggestions;

    const Column &key() const { return columns[static_cast<size_t>(keyColumn)]; }
    const Column &nameField() const { return columns[static_cast<size_t>(nameColumn)]; }
    bool keyIsName() const { return keyColumn == nameColumn; }
    /** The index of the column called @p column (letter case does not count), or -1. */
    int indexOf(const QString &column) const;

    friend bool operator==(const Vocabulary &, const Vocabulary &) = default;
};

} // namespace tagsmith
