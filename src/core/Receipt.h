// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace tagsmith
{

/** What an operation did to one reference. */
struct ReferenceCount
{
    QString table;
    QString column;
    qint64 moved = 0;     ///< taggings that now use another tag or spelling
    qint64 collapsed = 0; ///< taggings dropped because the object had the target already
    qint64 removed = 0;   ///< taggings deleted (before a delete: that would be)
};

/** What a write did. */
struct Receipt
{
    QString operation; ///< UUID; empty for a dry run
    QString kind;      ///< "add", "set", "rename", "delete" or "init"
    qint64 tags = 0;   ///< how many tags were added, changed or deleted
    bool dryRun = false;
    std::vector<ReferenceCount> references;
};

} // namespace tagsmith
