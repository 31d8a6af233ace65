// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "vocabulary/StoredTags.h"

#include <QString>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Throws DatabaseError (Refused, with the reason) where one of @p tags is protected against
 * @p kind: "merge" (as a source), "rename" or "delete". The tags are as chosenTags() reads them.
 */
void refuseProtected(ScopedConnection &connection, const Vocabulary &vocabulary,
                     const QString &kind, const std::vector<StoredTag> &tags);

} // namespace tagsmith
