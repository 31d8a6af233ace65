// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/RowConflict.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** What an undo does where a row is no longer as the operation left it. */
enum class OnConflict {
    Stop, ///< nothing is written; the error carries the conflicts
    Skip, ///< these rows stay as they are, unless there is a resolution; the receipt names them
};

/** Takes one operation back; the later ones stay. An undo can be undone, which is a redo. */
struct UndoRequest
{
    QString operation; ///< id, the beginning of one, or number; empty: the newest not undone
    OnConflict onConflict = OnConflict::Stop;
    std::vector<RowResolution> resolutions = {}; ///< with Skip only
    bool dryRun = false;
};

} // namespace tagsmith
