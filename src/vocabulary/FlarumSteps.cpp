// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/FlarumSteps.h"

#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/RecordChanges.h"
#include "vocabulary/TableColumns.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** A table of the same installation: with the prefix that `tags` has. */
QString sibling(const Vocabulary &vocabulary, const QString &table)
{
    return vocabulary.table.chopped(QStringLiteral("tags").size()) + table;
}

bool hasTable(ScopedConnection &connection, const QString &table)
{
    return !tableColumns(connection, table).isEmpty();
}

QString valueOf(const Vocabulary &vocabulary, const StoredTag &tag, const QString &column)
{
    const int index = vocabulary.indexOf(column);
    return index < 0 ? QString() : tag.values.at(static_cast<size_t>(index)).value_or(QString());
}

/**
 * What groups were granted for a tag that is gone, as Flarum itself deletes it. The target's own
 * grants stay as they are: a merge gives nobody a right.
 */
void removePermissions(ScopedConnection &connection, const Vocabulary &vocabulary,
                       const TagOperation &operation)
{
    const QString table = sibling(vocabulary, u"group_permission"_s);
    if (!hasTable(connection, table))
        return;
    const Dialect &dialect = connection.dialect();
    const QString isOfTag = dialect.quoted(u"permission"_s) + u" LIKE ?"_s;
    Statement remove(connection, u"DELETE FROM %1 WHERE "_s.arg(dialect.quoted(table)) + isOfTag);
    for (const StoredTag &tag : operation.tags) {
        const QString pattern = u"tag%1.%"_s.arg(tag.key);
        recordDelete(connection,
                     {table, {}, {}, isOfTag, [&pattern](Statement &rows) { rows.bind(pattern); }});
        remove.bind(pattern).execute();
    }
}

/** A restricted tag hides its discussions; says where that changes. */
void warnOfRights(const Vocabulary &vocabulary, const TagOperation &operation, Receipt &receipt)
{
    const auto isRestricted = [&vocabulary](const StoredTag &tag) {
        return valueOf(vocabulary, tag, u"is_restricted"_s) == "1"_L1;
    };
    for (const StoredTag &tag : operation.tags) {
        if (!operation.target && isRestricted(tag)) {
            receipt.warnings << u"“%1” is restricted in Flarum: without it, its discussions may "
                                "be seen by everybody."_s.arg(tag.name);
        } else if (operation.target && isRestricted(tag)) {
            receipt.warnings << u"“%1” is restricted in Flarum: its discussions now follow the "
                                "permissions of “%2”."_s.arg(tag.name, operation.target->name);
        } else if (operation.target && isRestricted(*operation.target)) {
            receipt.warnings << u"“%2” is restricted in Flarum: the discussions of “%1” now follow "
                                "its permissions."_s.arg(tag.name, operation.target->name);
        }
    }
}

/** Flarum shows tags in two levels only. */
void warnOfThirdLevel(const Vocabulary &vocabulary, const TagOperation &operation, Receipt &receipt)
{
    if (receipt.childrenLifted > 0 && vocabulary.hierarchy &&
        !valueOf(vocabulary, *operation.target, vocabulary.hierarchy->column).isEmpty()) {
        receipt.warnings << u"“%1” stands beneath another tag itself, and Flarum shows no third "
                            "level: move the tags that now stand beneath it."_s.arg(
                                operation.target->name);
    }
}

/** The latest visible and public discussion of a tag, as Flarum picks it; NULL where none is. */
Cell latestDiscussion(ScopedConnection &connection, const Vocabulary &vocabulary,
                      const QString &key)
{
    const Dialect &dialect = connection.dialect();
    Statement latest(connection, u"SELECT d.id FROM %1 AS d JOIN %2 AS l ON l.discussion_id = d.id "
                                 "WHERE l.tag_id = ? AND d.is_private = 0 AND d.hidden_at IS NULL "
                                 "ORDER BY d.last_posted_at DESC, d.id DESC LIMIT 1"_s.arg(
                                     dialect.quoted(sibling(vocabulary, u"discussions"_s)),
                                     dialect.quoted(sibling(vocabulary, u"discussion_tag"_s))));
    latest.bind(key.toLongLong()).execute();
    return latest.next() ? latest.cell(0) : Cell();
}

void refreshLatest(ScopedConnection &connection, const Vocabulary &vocabulary, const QString &key)
{
    const QString discussions = sibling(vocabulary, u"discussions"_s);
    if (vocabulary.indexOf(u"last_posted_discussion_id"_s) < 0 ||
        !hasTable(connection, discussions))
        return;
    const Cell discussion = latestDiscussion(connection, vocabulary, key);
    const Dialect &dialect = connection.dialect();
    const qint64 id = key.toLongLong();
    RecordedUpdate recorded(
        connection,
        {vocabulary.table, {}, {}, u"id = ?"_s, [id](Statement &rows) { rows.bind(id); }},
        {u"last_posted_discussion_id"_s, u"last_posted_at"_s, u"last_posted_user_id"_s});
    Statement update(
        connection,
        u"UPDATE %1 SET last_posted_discussion_id = ?, "
        "last_posted_at = (SELECT last_posted_at FROM %2 AS d WHERE d.id = ?), "
        "last_posted_user_id = (SELECT last_posted_user_id FROM %2 AS d WHERE d.id = ?) "
        "WHERE id = ?"_s.arg(dialect.quoted(vocabulary.table), dialect.quoted(discussions)));
    update.bind(discussion).bind(discussion).bind(discussion).bind(id).execute();
    recorded.done();
}

} // namespace

void FlarumSteps::after(ScopedConnection &connection, const Vocabulary &vocabulary,
                        const TagOperation &operation, Receipt &receipt) const
{
    if (operation.kind == "rename"_L1)
        return;
    removePermissions(connection, vocabulary, operation);
    warnOfRights(vocabulary, operation, receipt);
    if (!operation.target)
        return;
    refreshLatest(connection, vocabulary, operation.target->key);
    warnOfThirdLevel(vocabulary, operation, receipt);
}

} // namespace tagsmith
