// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/UndoChoice.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

UndoChoice chooseUndo(const std::vector<OperationEntry> &entries, const QString &author)
{
    UndoChoice choice;
    bool isFollowed = false; // by an operation of the author that undoes nothing
    for (const OperationEntry &entry : entries) {
        if (entry.author != author)
            continue;
        const bool isUndo = entry.kind == "undo"_L1;
        const bool isRedo = entry.kind == "redo"_L1;
        isFollowed = isFollowed || (!isUndo && !isRedo);
        if (!entry.undoneBy.isEmpty())
            continue;
        if (isUndo && !isFollowed && !choice.redo)
            choice.redo = entry;
        if (!isUndo && !isRedo && !choice.undo)
            choice.undo = entry;
    }
    return choice;
}

} // namespace tagsmith
