// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "vocabulary/StoredTags.h"

#include <QtGlobal>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Deletes the rows of @p tags (as chosenTags() reads them), those that stand beneath others first,
 * and what belongs to them: their properties, what the hierarchy says about their parents, and
 * their rows of the name table. What another tag shares stays. Their taggings and children must
 * be dealt with before. Returns how many tags went. Throws DatabaseError.
 */
qint64 removeTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const std::vector<StoredTag> &tags);

} // namespace tagsmith
