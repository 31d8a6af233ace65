// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Vocabulary.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** How many taggings use the tags with the keys @p keys, per reference (in `removed`). */
std::vector<ReferenceCount> countTaggings(ScopedConnection &connection,
                                          const Vocabulary &vocabulary, const QStringList &keys);

/** The taggings of every tag that has any, by name; one pass over each reference. */
QHash<QString, qint64> countUses(ScopedConnection &connection, const Vocabulary &vocabulary);

} // namespace tagsmith
