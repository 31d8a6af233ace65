// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/StoredTags.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class Lineage;

/**
 * For each parent of @p target that is one of @p sources, by key: the nearest tag above it that is
 * none, by key (empty: there is none, so that the target comes to the top). Throws DatabaseError
 * (Refused) where a tag that is not merged stands between a source and the target, or where tags
 * stand beneath each other in a circle.
 */
QHash<QString, QString> liftedParents(const Lineage &lineage, const std::vector<StoredTag> &sources,
                                      const StoredTag &target);

/** The same where circles are harmless: then, too, the target comes to the top. */
QHash<QString, QString> liftedParentsLeniently(const Lineage &lineage,
                                               const std::vector<StoredTag> &sources,
                                               const StoredTag &target);

} // namespace tagsmith
