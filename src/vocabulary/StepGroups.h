// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/TableLinks.h"
#include "vocabulary/UndoEntry.h"

#include <vector>

namespace tagsmith
{

/** Steps of an undo that are put back together: one, or several that delete rows of one table. */
struct StepGroup
{
    std::vector<EntryPart *> parts;
    bool deletes = false; ///< nothing but rows to delete
};

/**
 * The steps of @p parts in the order in which they are put back: as they stand, but rows are
 * deleted as late as possible and those of a table after those that refer to it, so that what
 * still does is somebody else's.
 */
std::vector<StepGroup> stepGroups(std::vector<EntryPart> &parts,
                                  const std::vector<TableLink> &links);

} // namespace tagsmith
