// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "vocabulary/TagValues.h"

#include <vector>

namespace tagsmith
{

class ReferenceTable;

/** A few rows that collapseTaggings() is about to delete, added to @p samples. */
void sampleCollapsing(const ReferenceTable &table, const TagValues &tags,
                      std::vector<SampleRows> &samples);

/** A few rows that use the sources of @p tags, added to @p samples as @p outcome. */
void sampleUsing(const ReferenceTable &table, const TagValues &tags, const QString &outcome,
                 std::vector<SampleRows> &samples);

} // namespace tagsmith
