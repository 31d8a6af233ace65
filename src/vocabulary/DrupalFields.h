// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/VocabularyMapping.h"
#include "database/Schema.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Adds to the mapping of a Drupal vocabulary the fields that hold terms, as the site's own settings
 * list them: for each the table with the current values, whose rows are the taggings, and the one
 * with those of all revisions, which go with the term but are no further use of it. (So neither is
 * taxonomy_index, which repeats what the published nodes' fields say.) Throws DatabaseError.
 */
void addDrupalFields(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                     VocabularyMapping &mapping);

/** The tables of one field of a Drupal site. */
struct DrupalFieldTables
{
    QString current;
    QString revisions;
};

/**
 * How Drupal calls the tables of the field @p field, with the UUID @p uuid, of the entities of
 * type @p entityType: names longer than 48 characters end with a hash of the UUID. Pure.
 */
DrupalFieldTables drupalFieldTables(const QString &entityType, const QString &field,
                                    const QString &uuid);

/** Of the table @p vocabularyTable, "x_taxonomy_term_field_data", the prefix "x_". */
QString drupalPrefix(const QString &vocabularyTable);

} // namespace tagsmith
