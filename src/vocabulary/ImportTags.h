// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportRequest.h"
#include "core/Progress.h"
#include "core/Vocabulary.h"

namespace tagsmith
{

class ScopedConnection;

/**
 * Imports the records of a file within the transaction of the caller, who commits it or, for a
 * trial, rolls it back. Which names are equal is asked of the database. Every record is booked in
 * the account; one that cannot be stored is rejected with the reason and does not stop the others.
 *
 * Throws DatabaseError: File for a file that cannot be read to its end, Usage for a mapping that
 * does not fit, Conflict for a name that exists (OnExisting::Fail), and whatever the database
 * reports that is not about one record. The caller then rolls back.
 */
ImportAccount importTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const ImportRequest &request, const ProgressCallback &progress);

} // namespace tagsmith
