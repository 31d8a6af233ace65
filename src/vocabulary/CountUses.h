// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/UseCounts.h"
#include "core/Vocabulary.h"

namespace tagsmith
{

class ScopedConnection;

/** The uses of every tag that has any; one pass over each reference of role Tagging. */
UseCounts countUses(ScopedConnection &connection, const Vocabulary &vocabulary);

} // namespace tagsmith
