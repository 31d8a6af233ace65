// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Reference.h"
#include "vocabulary/TagValues.h"

#include <QtGlobal>

namespace tagsmith
{

class ReferenceTable;

/**
 * What collapseTaggings() does for one object key, in a table of MySQL or MariaDB whose rows no
 * key tells apart: they can be deleted only by their number. Throws DatabaseError.
 */
qint64 collapseWithoutKey(const ReferenceTable &table, const TagValues &tags, const ObjectKey &key);

} // namespace tagsmith
