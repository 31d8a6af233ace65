// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "core/Vocabulary.h"
#include "database/Schema.h"
#include "vocabulary/ReferenceTable.h"

#include <QString>

#include <list>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** The columns that hold the names of tags, which a rename has to reach: references and parents. */
class NameFollowers
{
public:
    NameFollowers(ScopedConnection &connection, const Vocabulary &vocabulary);

    bool isEmpty() const { return m_followers.empty(); }
    /** The first reference that the database would not move by itself with the name, or null. */
    const Reference *referenceToMove() const;
    /** How many rows of each reference hold @p name, as moved. */
    std::vector<ReferenceCount> count(const QString &name) const;
    /** Throws DatabaseError (TooLong, NotStorable) where a column cannot hold @p newName. */
    void requireFits(const QString &newName) const;
    /** Throws DatabaseError where a foreign key that is no follower has rows with @p name. */
    void requireNoOthers(const QString &name) const;
    /** Gives every row that holds @p oldName the new one. */
    void move(const QString &oldName, const QString &newName) const;

private:
    struct Follower
    {
        Reference reference;
        bool isOwn = false; ///< of the tags themselves, such as their parents: not counted
    };

    bool contains(const Reference &reference) const;
    ReferenceTable tableOf(const Follower &follower) const;

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    std::vector<TableSchema> m_schema; ///< read only where there are followers
    std::list<Follower> m_followers;
};

} // namespace tagsmith
