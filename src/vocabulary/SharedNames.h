// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "vocabulary/StoredTags.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * The rows of the name table (by NameTable::key) that @p tags have in common with other tags, of
 * this vocabulary or of another one: what belongs to them must stay. Locks those tags. Empty where
 * the vocabulary has no name table. Throws DatabaseError.
 */
QStringList sharedNames(ScopedConnection &connection, const Vocabulary &vocabulary,
                        const std::vector<StoredTag> &tags);

} // namespace tagsmith
