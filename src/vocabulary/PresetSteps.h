// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Vocabulary.h"
#include "vocabulary/StoredTags.h"

#include <QString>

#include <optional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A merge, rename or delete that is under way, as the steps of a preset see it. */
struct TagOperation
{
    QString kind;                                   ///< "merge", "rename" or "delete"
    std::vector<StoredTag> tags;                    ///< merged away, renamed or deleted
    std::optional<StoredTag> target = std::nullopt; ///< of a merge
    QString newName = {};                           ///< of a rename
};

/**
 * What one application needs beyond the generic steps. Stateless; used on a worker, inside the
 * operation's transaction. Throws DatabaseError, which undoes the whole operation.
 */
class PresetSteps
{
public:
    virtual ~PresetSteps() = default;

    /** After the tags are locked and found unprotected, before any row has changed. */
    virtual void before(ScopedConnection &, const Vocabulary &, const TagOperation &,
                        Receipt &) const
    {
    }
    /** After the last row has changed: the sources are gone, the new name stands. */
    virtual void after(ScopedConnection &, const Vocabulary &, const TagOperation &,
                       Receipt &) const
    {
    }
    /** Whether an undo puts back all of the changed tags or none, as their values hang together. */
    virtual bool isUndoneAsAWhole(const Vocabulary &) const { return false; }
};

/** The steps of @p preset; such that do nothing where it has none. */
const PresetSteps &presetSteps(const QString &preset);

} // namespace tagsmith
