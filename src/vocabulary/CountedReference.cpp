// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CountedReference.h"

namespace tagsmith
{

Reference countedReference(const Vocabulary &vocabulary, const Counter &counter)
{
    for (const Reference &reference : vocabulary.references) {
        if (reference.table.compare(counter.referenceTable, Qt::CaseInsensitive) == 0 &&
            reference.column.compare(counter.referenceColumn, Qt::CaseInsensitive) == 0)
            return reference;
    }
    Reference reference;
    reference.table = counter.referenceTable;
    reference.column = counter.referenceColumn;
    return reference;
}

} // namespace tagsmith
