// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "database/Schema.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A table of a Drupal field: per entity (and language, revision …) its values, numbered by delta.
 */
struct DrupalDeltaTable
{
    QString table;
    QString column;            ///< with the values
    std::vector<Column> group; ///< the columns within whose values delta counts from 0
};

/** The field tables among the references of @p vocabulary, and those of its terms' parents. */
std::vector<DrupalDeltaTable> drupalDeltaTables(const std::vector<TableSchema> &schema,
                                                const Vocabulary &vocabulary);

/** What comes last in a renumbered group. */
enum class DeltaOrder {
    AsTheyAre,     ///< nothing: the order stays
    GivenTagsLast, ///< rows with the given tags: when these are deleted next, no gap is left
};

/**
 * Numbers the values anew from 0 in every group of @p table that has one of @p tags. Throws
 * DatabaseError.
 */
void renumberDrupalDeltas(ScopedConnection &connection, const Vocabulary &vocabulary,
                          const DrupalDeltaTable &table, const QStringList &tags, DeltaOrder order);

} // namespace tagsmith
