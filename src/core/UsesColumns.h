// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Snapshot.h"
#include "core/UseCounts.h"
#include "core/Vocabulary.h"

#include <cstdint>
#include <vector>

namespace tagsmith
{

/**
 * The columns that show the uses of each tag: "Uses" for all references of role Tagging, then,
 * where there are several, one for each. None where no reference is known. The declared type names
 * the references that are counted.
 */
std::vector<Column> usesColumns(const Vocabulary &vocabulary);

/** @p snapshot with these columns, their cells still to come. */
SnapshotPtr withUncountedUses(const Snapshot &snapshot, const std::vector<Column> &columns);

/** @p snapshot with these columns and what was counted. Throws DatabaseError (Cancelled). */
SnapshotPtr withUses(const Snapshot &snapshot, const std::vector<Column> &columns,
                     const UseCounts &counts, const CancelToken &token);

/**
 * @p next with the uses that @p before knows, until they are counted again; a tag that is new has
 * none yet. @p rows: for each row of @p before its row in @p next, or -1.
 */
SnapshotPtr withUsesOf(const Snapshot &before, const Snapshot &next,
                       const std::vector<std::int32_t> &rows);

/** Whether @p snapshot has uses, and they have been counted. */
bool hasCountedUses(const Snapshot &snapshot);

} // namespace tagsmith
