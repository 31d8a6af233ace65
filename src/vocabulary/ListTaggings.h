// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/TaggingPage.h"
#include "core/Vocabulary.h"

namespace tagsmith
{

class ScopedConnection;

/** The rows that use one tag, a page of them. Throws DatabaseError. */
TaggingPage listTaggings(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const TaggingPageRequest &request);

} // namespace tagsmith
