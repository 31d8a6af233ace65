// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/TagChange.h"
#include "core/Vocabulary.h"

namespace tagsmith
{

class ScopedConnection;

/**
 * Sets columns of one tag. Throws DatabaseError: Missing where there is no such tag, and what
 * WriteRules.h throws.
 */
Receipt setTag(ScopedConnection &connection, const Vocabulary &vocabulary,
               const SetRequest &request);

} // namespace tagsmith
