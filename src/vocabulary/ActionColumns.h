// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"
#include "core/Vocabulary.h"
#include "vocabulary/ImportMapping.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

/** Which fields of an action sheet say what. */
struct ActionColumns
{
    int action = -1;
    int target = -1; ///< -1: the file has no such column
    ResolvedMapping mapping;
};

/** What the column with the actions is called, letter case apart. */
QString actionHeading();

/**
 * The mapping of an action sheet by the names of its columns: as defaultMapping(), without those of
 * the action and its target.
 */
std::vector<ColumnMapping> defaultActionMapping(const Vocabulary &vocabulary,
                                                const QStringList &fileColumns);

/** The file's column with the actions, as it is spelled there; empty: none. */
QString actionColumnOf(const QStringList &fileColumns);
/** The file's column with the targets, unless @p mapping takes it; empty: none. */
QString targetColumnOf(const Vocabulary &vocabulary, const QStringList &fileColumns,
                       const std::vector<ColumnMapping> &mapping);

/**
 * The columns of a file of @p content, which is not Tags. The target stands under "target", "into",
 * "new name", "new_name" or "to", whichever is no column of the table and not mapped to one. Throws
 * DatabaseError (Usage) where there is no column "action", constants are given for merges, which
 * fill nothing, and as resolveMapping() does.
 */
ActionColumns resolveActionColumns(const Vocabulary &vocabulary, const QStringList &fileColumns,
                                   const ImportRequest &request, ImportContent content);

} // namespace tagsmith
