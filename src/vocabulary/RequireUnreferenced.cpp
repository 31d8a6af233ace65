// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RequireUnreferenced.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/TagTable.h"
#include "vocabulary/TagValues.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool same(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

/** Rows that are about to go: of a table, by the values of one of its columns. */
struct DoomedRows
{
    QString table;
    QString column;
    TagValues values;
};

/** Whether every row of @p key is one of a reference, which the merge or delete has dealt with. */
bool isFollowed(const Vocabulary &vocabulary, const TableSchema &child, const ForeignKey &key)
{
    if (key.columns.size() != 1)
        return false;
    for (const Reference &reference : vocabulary.references) {
        const QString &target = reference.target.isEmpty() ? vocabulary.keyName : reference.target;
        if (same(reference.table, child.name) && same(reference.column, key.columns.constFirst()) &&
            same(target, key.targetColumns.value(0)) && reference.scope.empty())
            return true;
    }
    return false;
}

/** Whether a row of @p child points at one of @p doomed, other than the tags' own rows. */
bool isReferenced(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const TableSchema &child, const ForeignKey &key, const DoomedRows &doomed,
                  const TagValues &ownKeys)
{
    const Dialect &dialect = connection.dialect();
    QStringList joined;
    for (qsizetype i = 0; i < key.columns.size(); ++i)
        joined << u"p."_s + dialect.quoted(key.targetColumns.at(i)) + u" = r."_s +
                      dialect.quoted(key.columns.at(i));
    const bool isOwn = same(child.name, vocabulary.table);
    for (const QStringList &part : inParts(doomed.values.sources)) {
        QString sql = u"SELECT 1 FROM "_s + dialect.quoted(doomed.table) + u" AS p JOIN "_s +
                      dialect.quoted(child.name) + u" AS r ON "_s + joined.join(u" AND "_s) +
                      u" WHERE p."_s + dialect.quoted(doomed.column) + u" IN ("_s +
                      marks(part.size()) + u')';
        if (isOwn)
            sql += u" AND r."_s + dialect.quoted(vocabulary.key().name) + u" NOT IN ("_s +
                   marks(ownKeys.sources.size()) + u')';
        Statement statement(connection, sql + u" LIMIT 1"_s);
        for (const QString &value : part)
            bindAs(statement, doomed.values.column, value);
        for (qsizetype i = 0; isOwn && i < ownKeys.sources.size(); ++i)
            bindAs(statement, ownKeys.column, ownKeys.sources.at(i));
        if (statement.execute().next())
            return true;
    }
    return false;
}

} // namespace

void requireUnreferenced(ScopedConnection &connection, const Vocabulary &vocabulary,
                         const std::vector<TableSchema> &schema, const std::vector<StoredTag> &tags,
                         const QStringList &shared)
{
    const TagValues keys = ownValues(vocabulary, tags, {}, {});
    std::vector<DoomedRows> doomed = {{vocabulary.table, vocabulary.key().name, keys}};
    if (const auto &names = vocabulary.nameTable)
        doomed.push_back(
            {names->table, names->key, ownValues(vocabulary, tags, names->tagColumn, shared)});
    for (const TableSchema &child : schema) {
        for (const ForeignKey &key : child.foreignKeys) {
            if (isFollowed(vocabulary, child, key))
                continue;
            for (const DoomedRows &rows : doomed) {
                if (!same(key.table, rows.table) ||
                    key.columns.size() != key.targetColumns.size() ||
                    !isReferenced(connection, vocabulary, child, key, rows, keys))
                    continue;
                throw DatabaseError(
                    ErrorKind::Refused,
                    u"The table %1 still refers to a tag that would go, in %2, which the mapping "
                    "does not follow; add this reference to the mapping first."_s.arg(
                        child.name, key.columns.join(u", "_s)));
            }
        }
    }
}

} // namespace tagsmith
