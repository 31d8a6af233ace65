// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/UniqueSlug.h"

#include "core/Slug.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TagTable.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Asks whether a slug is taken. */
class TakenSlugs
{
public:
    TakenSlugs(ScopedConnection &connection, const Vocabulary &vocabulary, const QString &ownKey)
        : m_vocabulary(vocabulary), m_table(connection.dialect(), vocabulary), m_ownKey(ownKey),
          m_statement(connection, sql())
    {
    }

    bool contains(const QString &slug)
    {
        m_table.bindScope(m_statement);
        m_statement.bind(slug);
        if (!m_ownKey.isEmpty())
            bindAs(m_statement, m_vocabulary.key(), m_ownKey);
        m_statement.execute().next();
        return m_statement.integer(0) > 0;
    }

private:
    QString sql() const
    {
        const auto column = static_cast<size_t>(m_vocabulary.indexOf(m_vocabulary.slugColumn));
        const QString others = u"SELECT COUNT(*) FROM "_s + m_table.from() + u" WHERE "_s +
                               m_table.scope() + u" AND "_s +
                               m_table.expression(m_vocabulary.columns[column]) + u" = ?"_s;
        return m_ownKey.isEmpty() ? others : others + u" AND "_s + m_table.key() + u" <> ?"_s;
    }

    const Vocabulary &m_vocabulary;
    TagTable m_table;
    QString m_ownKey;
    Statement m_statement;
};

} // namespace

QString uniqueSlug(ScopedConnection &connection, const Vocabulary &vocabulary, const QString &name,
                   const QString &ownKey)
{
    const auto column = static_cast<size_t>(vocabulary.indexOf(vocabulary.slugColumn));
    const qint64 maxLength = vocabulary.columns[column].maxLength;
    const auto cut = [maxLength](const QString &text, qsizetype suffix) {
        return maxLength < 0 ? text : text.left(qMax<qsizetype>(1, maxLength - suffix));
    };
    // django-taggit counts from tag_1, the others have tag-2 beside tag.
    const bool isTaggit = vocabulary.preset == "django-taggit"_L1;
    const QString slug = slugOf(name);
    TakenSlugs taken(connection, vocabulary, ownKey);
    QString candidate = cut(slug, 0);
    for (int number = isTaggit ? 1 : 2; taken.contains(candidate); ++number) {
        const QString suffix = (isTaggit ? u"_"_s : u"-"_s) + QString::number(number);
        candidate = cut(slug, suffix.size()) + suffix;
    }
    return candidate;
}

} // namespace tagsmith
