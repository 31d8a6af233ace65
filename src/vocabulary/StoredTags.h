// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Vocabulary.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A tag as it is stored. */
struct StoredTag
{
    QString key;
    QString name;
    Row values; ///< of the columns that were asked for, in that order
};

inline QStringList namesOf(const std::vector<StoredTag> &tags)
{
    QStringList names;
    names.reserve(static_cast<qsizetype>(tags.size()));
    for (const StoredTag &tag : tags)
        names << tag.name;
    return names;
}

/**
 * Finds the stored tags of a vocabulary, within its scope, that the database itself holds to be
 * equal to given names, in the collation of the name column, and locks them until the transaction
 * ends.
 */
class StoredTags
{
public:
    /** @p columns: indices into the vocabulary's columns, whose values are read along. */
    StoredTags(ScopedConnection &connection, const Vocabulary &vocabulary,
               const std::vector<int> &columns);

    /**
     * The stored tag that equals each name, by the position of the name in @p names; of several
     * the one that is spelled so, or the first.
     */
    std::map<int, StoredTag> find(const QStringList &names) const;
    std::optional<StoredTag> find(const QString &name) const;

    /** Every tag whose @p column equals each of @p values, by the position of the value. */
    std::map<int, std::vector<StoredTag>> findAll(const QStringList &values,
                                                  const Column &column) const;

    /**
     * Names of @p names that equal each other: for each position that is not the first of its
     * equals, the position of the first.
     */
    std::map<int, int> findTwins(const QStringList &names) const;

    /** The positions of the names that the column's character set cannot store. */
    std::vector<int> findNotStorable(const QStringList &names) const;

private:
    using Found = std::function<void(int position, StoredTag tag)>;

    QString findSql(const Column &column) const;
    void forEach(const QStringList &values, const Column &column, const Found &found) const;

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    std::vector<int> m_columns;
};

} // namespace tagsmith
