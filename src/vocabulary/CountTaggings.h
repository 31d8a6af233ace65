// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/TagChange.h"
#include "core/Vocabulary.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * How many taggings use the tags that @p keys name, per reference of role Tagging (in `removed`).
 * Throws DatabaseError.
 */
std::vector<ReferenceCount> countTaggings(ScopedConnection &connection,
                                          const Vocabulary &vocabulary, const QStringList &keys,
                                          TagAddress address = TagAddress::Key);

/** The same for one reference, whatever its role. */
qint64 countReferring(ScopedConnection &connection, const Vocabulary &vocabulary,
                      const Reference &reference, const QStringList &keys,
                      TagAddress address = TagAddress::Key);

} // namespace tagsmith
