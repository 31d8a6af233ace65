// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/ExportRequest.h"
#include "core/Progress.h"

namespace tagsmith
{

/**
 * Writes rows of a snapshot to a file, which appears whole or not at all (a device or "-", standard
 * output, is written as it comes). Returns the number of rows. Throws DatabaseError (File,
 * DiskFull, Cancelled).
 */
qint64 exportTags(const ExportRequest &request, const CancelToken &token,
                  const ProgressCallback &progress);

} // namespace tagsmith
