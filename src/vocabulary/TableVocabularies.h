// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/VocabularyMapping.h"
#include "database/Schema.h"

#include <optional>

namespace tagsmith
{

/**
 * The vocabulary that @p table of no known application would be: a key of one column, and a text
 * column that is unique. Nothing where it has none, and for Tagsmith's own tables.
 */
std::optional<VocabularyMapping> tableMapping(const TableSchema &table);

/** Why tableMapping() gives nothing for @p table, and what to do about it. */
Error whyNoVocabulary(const TableSchema &table);

} // namespace tagsmith
