// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/CountUses.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TaggingRows.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/**
 * Whether the values of the reference's column are the keys as they stand, so that the table of
 * tags need not be asked.
 */
bool holdsKeys(const Vocabulary &vocabulary, const Reference &reference)
{
    const ColumnType type = vocabulary.key().type;
    return reference.target.isEmpty() && vocabulary.scope.empty() &&
           (type == ColumnType::Integer || type == ColumnType::Binary);
}

/** Columns: the key of the tag, its uses; in any order, and a key more than once. */
QString usesSql(const ScopedConnection &connection, const Vocabulary &vocabulary,
                const Reference &reference)
{
    const Dialect &dialect = connection.dialect();
    const QString tag = comparedTag(connection, vocabulary, reference);
    const QString counted = u"SELECT "_s + tag + u" AS tag, COUNT(*) AS uses FROM "_s +
                            taggingRows(dialect, reference) + u" GROUP BY "_s + tag;
    if (holdsKeys(vocabulary, reference))
        return counted;
    const TagTable tags(dialect, vocabulary);
    return u"SELECT "_s + tags.selected(vocabulary.key()) + u", c.uses FROM "_s + tags.from() +
           u" JOIN ("_s + counted + u") AS c ON "_s +
           tags.expression(referencedColumn(vocabulary, reference)) + u" = c.tag WHERE "_s +
           tags.scope();
}

} // namespace

UseCounts countUses(ScopedConnection &connection, const Vocabulary &vocabulary)
{
    UseCounts counts;
    for (const Reference &reference : vocabulary.references) {
        if (reference.role == ReferenceRole::Tagging)
            counts.references << reference.title();
    }
    const auto width = static_cast<size_t>(counts.references.size());
    size_t place = 0;
    for (const Reference &reference : vocabulary.references) {
        if (reference.role != ReferenceRole::Tagging)
            continue;
        Statement statement(connection, usesSql(connection, vocabulary, reference));
        bindTaggingScope(statement, reference);
        if (!holdsKeys(vocabulary, reference))
            TagTable(connection.dialect(), vocabulary).bindScope(statement);
        statement.execute();
        while (statement.next()) {
            const Cell key = statement.cell(0);
            if (!key)
                continue; // a row without a tag
            std::vector<qint64> &uses = counts.byKey[*key];
            uses.resize(width);
            uses[place] += statement.integer(1);
        }
        ++place;
    }
    return counts;
}

} // namespace tagsmith
