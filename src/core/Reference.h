// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tagsmith
{

/** What a declared foreign key does to its rows when the key of a tag changes. */
enum class ReferenceRule { Restrict, Cascade, SetNull, SetDefault };

/** What a row that refers to a tag is. */
enum class ReferenceRole {
    Tagging, ///< uses the tag: counted, and what "in use" means
    Property ///< belongs to the tag and goes with it (WordPress termmeta): never counted as a use
};

/**
 * Columns that say which object a row is about. Two rows of the reference that agree in them are
 * one and the same tagging once their tags are merged.
 */
struct ObjectKey
{
    QStringList columns;
    /**
     * NULL equals NULL, as AATO's tagger needs it. Otherwise a row with a NULL in these columns is
     * not about an object that this key could name (MediaWiki's ct_rc_id, ct_log_id, ct_rev_id).
     */
    bool nullsAreEqual = true;

    friend bool operator==(const ObjectKey &, const ObjectKey &) = default;
};

/** Where the objects of a reference stand, so that one can be shown by a text instead of a number.
 */
struct ObjectTable
{
    QString table;
    QString key;                    ///< its column that the reference's row names
    QString linkColumn;             ///< the column of the reference's row that holds it
    QString label;                  ///< its readable column
    std::vector<ColumnValue> where; ///< on the reference's row: only these are of this table

    friend bool operator==(const ObjectTable &, const ObjectTable &) = default;
};

/** A column of another table that holds the key (or another column) of a tag. */
struct Reference
{
    QString table;
    QString column;
    ReferenceRule onUpdate = ReferenceRule::Restrict;
    ReferenceRule onDelete = ReferenceRule::Restrict;
    bool nullable = false; ///< the column may be NULL: its row can live without a tag
    bool declared = false; ///< by a foreign key that the database enforces (or its engine ignores)
    ReferenceRole role = ReferenceRole::Tagging;
    /** The column of the vocabulary's table whose value it holds; empty: the key. */
    QString target = {};
    /** Each identifies the object by itself. Empty: every row is an object of its own. */
    std::vector<ObjectKey> objects = {};
    std::vector<ColumnValue> scope = {}; ///< only rows with these values refer to this vocabulary
    std::vector<ObjectTable> objectTables = {};

    /** "taggings.tag_id", as messages and reports name it. */
    QString title() const { return table + u'.' + column; }

    friend bool operator==(const Reference &, const Reference &) = default;
};

/** A column that looks like a reference, though no foreign key says so: for the user to confirm. */
struct SuggestedReference
{
    Reference reference;
    QString reason; ///< why it is likely, in words: "named tag_id; all of 200 values are keys"

    friend bool operator==(const SuggestedReference &, const SuggestedReference &) = default;
};

} // namespace tagsmith
