// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/**
 * A slug for the tag called @p name that no other tag of the vocabulary has, within the length of
 * the column: slugOf(), with a number at its end where it is taken. The tag with the key @p ownKey
 * (empty for a new one) is no other. Throws DatabaseError.
 */
QString uniqueSlug(ScopedConnection &connection, const Vocabulary &vocabulary, const QString &name,
                   const QString &ownKey);

} // namespace tagsmith
