// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Column.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** What a declared foreign key does to its rows when the key of a tag changes. */
enum class ReferenceRule { Restrict, Cascade, SetNull, SetDefault };

/** A column of another table that holds the key of a tag, known from a declared foreign key. */
struct Reference
{
    QString table;
    QString column;
    ReferenceRule onUpdate = ReferenceRule::Restrict;
    ReferenceRule onDelete = ReferenceRule::Restrict;
    bool nullable = false; ///< the column may be NULL: its row can live without a tag

    friend bool operator==(const Reference &, const Reference &) = default;
};

/**
 * The mapping that says which table holds tags. In the minimal vocabulary the key is the name
 * itself, so that key and name are the same column.
 */
struct Vocabulary
{
    QString name;   ///< what `--vocabulary` takes; the table's name
    QString preset; ///< the kind that was recognised: "minimal"
    QString table;
    int keyColumn = 0;           ///< index into columns
    int nameColumn = 0;          ///< index into columns
    std::vector<Column> columns; ///< every column, in the table's order
    std::vector<Reference> references;
    bool transactional = true; ///< false where the table's engine cannot roll back (MyISAM)

    const Column &key() const { return columns[static_cast<size_t>(keyColumn)]; }
    const Column &nameField() const { return columns[static_cast<size_t>(nameColumn)]; }
    /** The index of the column called @p column (letter case does not count), or -1. */
    int indexOf(const QString &column) const;

    friend bool operator==(const Vocabulary &, const Vocabulary &) = default;
};

} // namespace tagsmith
