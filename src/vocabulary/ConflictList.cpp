// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/ConflictList.h"

#include "database/RowImage.h"

namespace tagsmith
{

void ConflictList::add(const RowImage &image, const RowVersions &versions)
{
    const QString id = rowId(image, versions.before ? *versions.before : *versions.yours);
    const auto others = m_byRow.values(id);
    for (const size_t index : others) {
        RowVersions &other = m_list[index];
        if (other.layout == versions.layout && !image.key().isEmpty()) {
            other.yours = versions.yours; // what the undo makes of it in the end
            return;
        }
        if (!versions.before || !versions.yours) { // the whole row, where there were some columns
            other = versions;
            return;
        }
    }
    m_byRow.insert(id, m_list.size());
    m_list.push_back(versions);
}

} // namespace tagsmith
