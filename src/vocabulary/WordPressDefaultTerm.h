// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Receipt.h"
#include "vocabulary/PresetSteps.h"
#include "vocabulary/WordPressTables.h"

#include <QString>

namespace tagsmith
{

class ScopedConnection;

/**
 * The term that WordPress gives to a post which would have none of the taxonomy otherwise: an
 * option names it, for categories and for taxonomies that were registered with one.
 */
class WordPressDefaultTerm
{
public:
    WordPressDefaultTerm(ScopedConnection &connection, const WordPressTables &tables);

    /** Gives it to the posts that have no other term than those which @p operation deletes. */
    void giveToPosts(const TagOperation &operation, Receipt &receipt);
    /** Counts its posts anew. */
    void recount(const Vocabulary &vocabulary, Receipt &receipt);

private:
    QStringList postsWithNothingElse(const TagOperation &operation) const;
    void giveTo(const QStringList &posts);

    ScopedConnection &m_connection;
    const WordPressTables &m_tables;
    QString m_key; ///< its term_taxonomy_id; empty where there is none
    QString m_name;
};

} // namespace tagsmith
