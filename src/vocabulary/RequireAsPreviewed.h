// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportRequest.h"

namespace tagsmith
{

/**
 * Throws DatabaseError (Conflict) where @p account, of the import of @p request, comes to anything
 * else than the preview that was agreed to (ImportRequest::shown), if one was.
 */
void requireAsPreviewed(const ImportRequest &request, const ImportAccount &account);

} // namespace tagsmith
