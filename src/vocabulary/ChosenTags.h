// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/TagChange.h"
#include "core/Vocabulary.h"
#include "vocabulary/StoredTags.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Locks and reads the tags of @p vocabulary that @p namesOrKeys name, each once, in that order;
 * StoredTag::values holds every column of the vocabulary, in its order. Of several tags with equal
 * names the one that is spelled so is meant. Throws DatabaseError: Missing, or Conflict where a
 * name does not say which tag is meant.
 */
std::vector<StoredTag> chosenTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                                  const QStringList &namesOrKeys, TagAddress address);

/** The only one of them. */
StoredTag chosenTag(ScopedConnection &connection, const Vocabulary &vocabulary,
                    const QString &nameOrKey, TagAddress address);

} // namespace tagsmith
