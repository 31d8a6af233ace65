// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Snapshot.h"
#include "core/Vocabulary.h"

#include <functional>

namespace tagsmith
{

class ScopedConnection;

/**
 * Reads every tag, in the order of the key, in chunks by key (QMYSQL buffers each result whole), so
 * that memory stays bounded. @p publish receives the first rows as soon as they are there, unless
 * they are all. To be called in one consistent read; throws DatabaseError.
 */
SnapshotPtr loadTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                     const std::function<void(SnapshotPtr)> &publish);

} // namespace tagsmith
