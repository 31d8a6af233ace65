// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/Schema.h"
#include "vocabulary/RowVersions.h"
#include "vocabulary/TableLinks.h"
#include "vocabulary/UndoEntry.h"

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/**
 * The rows of @p entry, which has been put back, that leave a reference to nothing: such as are
 * gone and still used, and such as are back and use what is not there. At most @p limit.
 */
std::vector<RowVersions> danglingRows(ScopedConnection &connection,
                                      const std::vector<TableSchema> &schema,
                                      const std::vector<TableLink> &links, const UndoEntry &entry,
                                      size_t limit);

} // namespace tagsmith
