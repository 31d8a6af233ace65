// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "core/ExpectedTag.h"
#include "core/Vocabulary.h"

#include <QString>

#include <functional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** What a change would make of the tags that it was decided on. */
struct IntendedChange
{
    std::vector<ColumnValue> values = {}; ///< what the columns would be
    /** Whether the tag would go; it is named by its key and its name. Null: it stays. */
    std::function<bool(const QString &key, const QString &name)> goes = nullptr;
};

/**
 * Locks and reads the tags of @p expected as they are now, before the change writes. Throws
 * DatabaseError (Conflict) where one is gone or has other values (NULLs being equal, numbers and
 * times by their value); Error::conflicts then has all that differ.
 */
void requireExpected(ScopedConnection &connection, const Vocabulary &vocabulary,
                     const std::vector<ExpectedTag> &expected, const IntendedChange &change);

} // namespace tagsmith
