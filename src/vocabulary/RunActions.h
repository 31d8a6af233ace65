// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportRequest.h"
#include "core/Progress.h"
#include "core/Vocabulary.h"
#include "transfer/RecordReader.h"

#include <memory>

namespace tagsmith
{

class ScopedConnection;

/**
 * Does what the records of @p reader ask for, which are merges or actions, one after the other
 * within the transaction of the caller; for the rest as importTags(). One that cannot be done, for
 * reasons of its own, is rejected and changes nothing, and the others go on.
 */
ImportAccount runActions(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const ImportRequest &request, std::unique_ptr<RecordReader> reader,
                         const ProgressCallback &progress);

} // namespace tagsmith
