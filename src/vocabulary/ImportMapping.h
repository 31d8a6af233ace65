// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
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
    std::vector<int> columns; ///< the columns that they fill, then those of the constants
    Row constants;            ///< what the last columns are filled with in every record
};

/** The position of @p name among @p fileColumns, letter case and outer blanks apart; -1: none. */
int indexOfFileColumn(const QStringList &fileColumns, const QString &name);

/**
 * The mapping by the names of the columns: each file column fills the table column of the same
 * name, letter case apart; the name is moreover found under the usual headings (tag, name, label,
 * keyword …), or in the only column of the file.
 */
std::vector<ColumnMapping> defaultMapping(const Vocabulary &vocabulary,
                                          const QStringList &fileColumns);

/**
 * The columns that @p constants fill, as indices. Throws DatabaseError (Usage) where one is
 * unknown, computed, filled twice or the name's own, or where a value does not fit its column.
 */
std::vector<int> requireConstants(const Vocabulary &vocabulary,
                                  const std::vector<ColumnValue> &constants);

/**
 * Resolves @p mapping, or the default one where it is empty, which leaves the columns of
 * @p constants to these. A mapping that does not say what fills the name takes it from where the
 * default one would, unless that fills something else. Throws DatabaseError (Usage) where a column
 * is unknown, computed or filled twice, or nothing fills the name, and as requireConstants() does.
 */
ResolvedMapping resolveMapping(const Vocabulary &vocabulary, const QStringList &fileColumns,
                               const std::vector<ColumnMapping> &mapping,
                               const std::vector<ColumnValue> &constants = {});

/** One sentence that names the columns of the file that @p mapping leaves out; empty: none. */
QString leftOutColumns(const ResolvedMapping &mapping, const QStringList &fileColumns);

} // namespace tagsmith
