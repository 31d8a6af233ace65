// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Reference.h"
#include "vocabulary/TagValues.h"

#include <QString>
#include <QStringList>

namespace tagsmith
{

class ReferenceTable;
class Statement;

/**
 * The rows of a reference that use the tags of a merge, ranked among those about the same object:
 * a row of the target first, then by the row key. What is not first collapses. Needs a row key.
 */
class RankedTaggings
{
public:
    /** At most maxListedValues sources. Lives shorter than its arguments. */
    RankedTaggings(const ReferenceTable &table, const TagValues &tags, const ObjectKey &key);

    /**
     * `(SELECT …) AS d` with the row key, `place` (1 is the row that stays) and `source` (1: it
     * does not use the target yet). @p withFirst: also `first0` …, the row key of place 1.
     */
    QString sql(bool withFirst = false) const;
    void bind(Statement &statement) const;
    /** The condition on d that a row collapses: one of the target never does. */
    static QString collapses();

private:
    const ReferenceTable &m_table;
    const TagValues &m_tags;
    const ObjectKey &m_key;
};

} // namespace tagsmith
