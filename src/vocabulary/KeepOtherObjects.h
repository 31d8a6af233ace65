// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Reference.h"
#include "vocabulary/TagValues.h"

#include <QtGlobal>

namespace tagsmith
{

class ReferenceTable;

/**
 * Where rows name an object in several ways (MediaWiki: a change, a log entry, a revision), a row
 * that collapses by @p key may name another object that the row which stays does not. Then the
 * other name moves to that row; where it has one already, both rows stay, one without the name
 * they share. Returns how many rows went. Throws DatabaseError (Refused) where neither is possible.
 */
qint64 keepOtherObjects(const ReferenceTable &table, const TagValues &tags, const ObjectKey &key);

} // namespace tagsmith
