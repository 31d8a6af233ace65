// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Vocabulary.h"
#include "database/Schema.h"
#include "vocabulary/StoredTags.h"

#include <QtGlobal>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * Gives the children of @p sources the parent @p target, which itself is lifted above the sources
 * first where it stands beneath one. Returns how many tags got another parent; in a dry run a few
 * are added to the samples of @p receipt. Throws DatabaseError: Refused where a circle would come
 * about or is there already, Conflict where a parent may have only one child of a name.
 */
qint64 liftChildren(ScopedConnection &connection, const Vocabulary &vocabulary,
                    const std::vector<TableSchema> &schema, const std::vector<StoredTag> &sources,
                    const StoredTag &target, Receipt &receipt);

/**
 * The same for @p reference of the vocabulary's table to itself that is no hierarchy: nothing ever
 * collapses there, since its rows are tags; circles are harmless.
 */
ReferenceCount moveSelfReference(ScopedConnection &connection, const Vocabulary &vocabulary,
                                 const std::vector<TableSchema> &schema, const Reference &reference,
                                 const std::vector<StoredTag> &sources, const StoredTag &target,
                                 Receipt &receipt);

} // namespace tagsmith
