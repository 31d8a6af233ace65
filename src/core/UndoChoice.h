// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/OperationEntry.h"

#include <optional>
#include <vector>

namespace tagsmith
{

/** What Edit › Undo and Edit › Redo take back; nothing where there is nothing to. */
struct UndoChoice
{
    std::optional<OperationEntry> undo;
    std::optional<OperationEntry> redo;
};

/**
 * The newest operation of @p author that is not undone, and the newest undo of theirs that is not
 * redone, unless they did something else since. @p entries: the newest first.
 */
UndoChoice chooseUndo(const std::vector<OperationEntry> &entries, const QString &author);

} // namespace tagsmith
