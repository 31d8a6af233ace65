// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/WordPressDefaultTerm.h"

#include "database/Schema.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ChosenTags.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/RecountUses.h"
#include "vocabulary/TagValues.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The keys as numbers in SQL: they are, and there may be more than parameters are allowed. */
QString numbers(const std::vector<StoredTag> &tags)
{
    QStringList keys;
    for (const StoredTag &tag : tags)
        keys << QString::number(tag.key.toLongLong());
    return keys.join(u", "_s);
}

} // namespace

WordPressDefaultTerm::WordPressDefaultTerm(ScopedConnection &connection,
                                           const WordPressTables &tables)
    : m_connection(connection), m_tables(tables)
{
    if (!tables.has(u"options"_s))
        return;
    Statement option(connection, u"SELECT option_value FROM %1 WHERE option_name = ?"_s.arg(
                                     tables.quoted(u"options"_s)));
    option
        .bind(tables.taxonomy() == "category"_L1 ? u"default_category"_s
                                                 : u"default_term_"_s + tables.taxonomy())
        .execute();
    if (!option.next())
        return;
    Statement term(connection,
                   u"SELECT x.term_taxonomy_id, t.name FROM %1 AS x JOIN %2 AS t ON t.term_id = "
                   "x.term_id WHERE x.term_id = ? AND x.taxonomy = ?"_s.arg(
                       tables.quoted(u"term_taxonomy"_s), tables.quoted(u"terms"_s)));
    term.bind(option.text(0).toLongLong()).bind(tables.taxonomy()).execute();
    if (term.next()) {
        m_key = term.text(0);
        m_name = term.text(1);
    }
}

void WordPressDefaultTerm::giveToPosts(const TagOperation &operation, Receipt &receipt)
{
    if (m_key.isEmpty() || operation.tags.empty())
        return;
    const QStringList posts = postsWithNothingElse(operation);
    for (const QStringList &part : inParts(posts))
        giveTo(part);
    if (!posts.isEmpty()) {
        receipt.warnings << u"%1 objects have nothing else in “%2”; as WordPress does, they get "
                            "its default, “%3”."_s.arg(QString::number(posts.size()),
                                                       m_tables.taxonomy(), m_name);
    }
}

/** The objects whose only terms of the taxonomy are those that go. */
QStringList WordPressDefaultTerm::postsWithNothingElse(const TagOperation &operation) const
{
    Statement posts(m_connection,
                    u"SELECT DISTINCT r.object_id FROM %1 AS r WHERE r.term_taxonomy_id IN (%3) "
                    "AND NOT EXISTS (SELECT 1 FROM %1 AS o JOIN %2 AS x ON x.term_taxonomy_id = "
                    "o.term_taxonomy_id WHERE o.object_id = r.object_id AND x.taxonomy = ? "
                    "AND o.term_taxonomy_id NOT IN (%3)) ORDER BY 1"_s.arg(
                        m_tables.quoted(u"term_relationships"_s),
                        m_tables.quoted(u"term_taxonomy"_s), numbers(operation.tags)) +
                        (m_connection.isSqlite() ? u""_s : u" FOR UPDATE"_s));
    posts.bind(m_tables.taxonomy()).execute();
    QStringList found;
    while (posts.next())
        found << posts.text(0);
    return found;
}

void WordPressDefaultTerm::giveTo(const QStringList &posts)
{
    const qint64 term = m_key.toLongLong();
    const QString row = u"(?, %1, 0)"_s.arg(term);
    const QString isGiven =
        u"term_taxonomy_id = %1 AND object_id IN (%2)"_s.arg(term).arg(marks(posts.size()));
    const auto bindPosts = [&posts](Statement &statement) {
        for (const QString &post : posts)
            statement.bind(post.toLongLong());
    };
    Statement give(m_connection,
                   u"INSERT INTO %1 (object_id, term_taxonomy_id, term_order) VALUES "_s.arg(
                       m_tables.quoted(u"term_relationships"_s)) +
                       QStringList(posts.size(), row).join(u", "_s));
    bindPosts(give);
    give.execute();
    recordInsert(m_connection,
                 {m_tables.named(u"term_relationships"_s), {}, {}, isGiven, bindPosts});
}

void WordPressDefaultTerm::recount(const Vocabulary &vocabulary, Receipt &receipt)
{
    if (m_key.isEmpty())
        return;
    const StoredTag tag = chosenTag(m_connection, vocabulary, m_key, TagAddress::Key);
    const std::vector<CounterChange> changes =
        recountUses(m_connection, vocabulary, readSchema(m_connection), tag);
    for (const CounterChange &change : changes) {
        if (change.before != change.after)
            receipt.counters.push_back(change);
    }
}

} // namespace tagsmith
