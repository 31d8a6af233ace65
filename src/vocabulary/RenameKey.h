// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "vocabulary/NameFollowers.h"

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/**
 * Renames a tag whose key is its name. Where every reference cascades the key is updated; else the
 * row is copied under the new key, the references are moved, and the old row goes. A new spelling
 * that the database holds to be equal to the old one (@p isOnlySpelling) is always an update,
 * because a copy would collide, and every reference gets it. Throws DatabaseError: Refused where
 * the row cannot be copied because of another unique column.
 */
void renameKey(ScopedConnection &connection, const Vocabulary &vocabulary,
               const NameFollowers &followers, const QString &oldKey, const QString &newKey,
               bool isOnlySpelling);

} // namespace tagsmith
