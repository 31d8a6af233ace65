// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/Snapshot.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace tagsmith
{

/** How a tag's name is like a text that was typed; the better ones first. */
enum class NameLikeness {
    Same,   ///< spelled so
    Folded, ///< but for letter case and accents
    Begins, ///< begins with it, letter case and accents aside
    Holds,  ///< has it somewhere, letter case and accents aside
};

/** A tag whose name is like a text. */
struct NameMatch
{
    std::uint32_t row = 0; ///< of the snapshot
    NameLikeness likeness = NameLikeness::Holds;

    friend bool operator==(const NameMatch &, const NameMatch &) = default;
};

/**
 * The tags whose names are like @p text, the most alike first, at most @p limit of them. Reads
 * every name: not for the GUI thread. Throws DatabaseError (Cancelled).
 */
std::vector<NameMatch> findNames(const Snapshot &snapshot, const QString &text, size_t limit,
                                 const CancelToken &token);

} // namespace tagsmith
