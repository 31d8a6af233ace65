// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Vocabulary.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** What @p vocabulary wants done outside the database after @p kind: "merge", "rename", "delete".
 */
std::vector<AftercareStep> collectAftercare(const Vocabulary &vocabulary, const QString &kind);

} // namespace tagsmith
