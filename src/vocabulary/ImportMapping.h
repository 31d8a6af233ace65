// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"
#include "core/Vocabulary.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

/** A mapping with names resolved: which field of a record fills which column of the table. */
struct ResolvedMapping
{
    int nameField = -1;       ///< the field with the tag's name
    std::vector<int> fields;  ///< the fields with values, beside the name
    std::vector<int> columns; ///< the columns that they fill, one for each of fields
};

/**
 * The mapping by the names of the columns: each file column fills the table column of the same
 * name, letter case apart; the name is moreover found under the usual headings (tag, name, label,
 * keyword …), or in the only column of the file.
 */
std::vector<ColumnMapping> defaultMapping(const Vocabulary &vocabulary,
                                          const QStringList &fileColumns);

/**
 * Resolves @p mapping, or the default one where it is empty. Throws DatabaseError (Usage) where a
 * column is unknown, computed or filled twice, or nothing fills the name.
 */
ResolvedMapping resolveMapping(const Vocabulary &vocabulary, const QStringList &fileColumns,
                               const std::vector<ColumnMapping> &mapping);

} // namespace tagsmith
