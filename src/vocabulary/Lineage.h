// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Hierarchy.h"
#include "core/Vocabulary.h"
#include "vocabulary/StoredTags.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** Some tags with all that stand above them, and who is whose parent. All of them are locked. */
class Lineage
{
public:
    /** Reads what stands above @p tags (as chosenTags() reads them). Throws DatabaseError. */
    Lineage(ScopedConnection &connection, const Vocabulary &vocabulary, const Hierarchy &hierarchy,
            const std::vector<StoredTag> &tags);

    /** The parents of the tag with @p key, by their keys; none for one at the top. */
    QStringList parents(const QString &key) const { return m_parents.value(key); }
    const StoredTag &tag(const QString &key) const { return m_tags.at(m_positions.value(key)); }

private:
    QHash<QString, QStringList> parentValues(const std::vector<StoredTag> &tags) const;
    QHash<QString, QStringList> parentValuesOfTable(const std::vector<StoredTag> &tags) const;
    std::vector<StoredTag> addLevel(const std::vector<StoredTag> &tags);
    bool add(const StoredTag &tag);

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    const Hierarchy &m_hierarchy;
    std::vector<StoredTag> m_tags;
    QHash<QString, size_t> m_positions; ///< by key
    QHash<QString, QStringList> m_parents;
};

} // namespace tagsmith
