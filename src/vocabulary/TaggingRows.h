// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QString>

namespace tagsmith
{

class Dialect;
class ScopedConnection;
class Statement;

/**
 * The SQL that picks the taggings of @p reference: `FROM its table AS r WHERE taggingScope()`;
 * "1 = 1" where the reference has no scope.
 */
QString taggingScope(const Dialect &dialect, const Reference &reference);
/** `table AS r`, and where the reference has a scope its conditions: what follows FROM. */
QString taggingRows(const Dialect &dialect, const Reference &reference);
/** Binds the values of taggingScope(). */
void bindTaggingScope(Statement &statement, const Reference &reference);

/** The column of @p reference as a comparison with the tag sees it. */
QString comparedTag(const ScopedConnection &connection, const Vocabulary &vocabulary,
                    const Reference &reference);

/** The column of the vocabulary whose values the rows of @p reference hold. */
const Column &referencedColumn(const Vocabulary &vocabulary, const Reference &reference);

} // namespace tagsmith
