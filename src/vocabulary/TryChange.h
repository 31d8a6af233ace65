// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"

#include <functional>
#include <optional>

namespace tagsmith
{

class ScopedConnection;

/**
 * Runs @p change, of an operation that consists of many, in the open transaction: whole, or not at
 * all, in the tables and in the journal. Answers with the error where it failed for reasons of its
 * own, such as a tag that is not there, so that the rest of the operation can go on. Throws
 * DatabaseError for every other one: a lost link, a lock, a full disk.
 */
std::optional<Error> tryChange(ScopedConnection &connection, const std::function<void()> &change);

} // namespace tagsmith
