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
 * Merges tags into one, in the open transaction: locks them, refuses protected ones and cycles,
 * collapses and moves the taggings of every reference, lifts children, recounts counters, deletes
 * the sources. The target among the sources is no source. Throws
 * DatabaseError; Conflict where request.shown differs from what was found.
 */
Receipt mergeTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const MergeRequest &request);

} // namespace tagsmith
