// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Vocabulary.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace tagsmith
{

class ScopedConnection;

/** A row as it stands in the table. */
struct StoredTag
{
    QString key;
    QString name;
    Row values; ///< of the columns that were asked for
};

/**
 * Finds the stored tags that the database itself holds to be equal to given names, in the collation
 * of the name column, and locks them until the transaction ends.
 */
class StoredTags
{
public:
    /** @p columns: indices into the vocabulary's columns, whose values are read along. */
    StoredTags(ScopedConnection &connection, const Vocabulary &vocabulary,
               const std::vector<int> &columns);

    /** The stored tag that equals each name, by the position of the name in @p names. */
    std::map<int, StoredTag> find(const QStringList &names) const;
    std::optional<StoredTag> find(const QString &name) const;

    /**
     * Names of @p names that equal each other: for each position that is not the first of its
     * equals, the position of the first.
     */
    std::map<int, int> findTwins(const QStringList &names) const;

    /** The positions of the names that the column's character set cannot store. */
    std::vector<int> findNotStorable(const QStringList &names) const;

private:
    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    std::vector<int> m_columns;
};

} // namespace tagsmith
