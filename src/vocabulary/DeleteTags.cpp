// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/DeleteTags.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ComparedReference.h"
#include "vocabulary/CountTaggings.h"
#include "vocabulary/StoredTags.h"
#include "vocabulary/WriteRules.h"

#include <QSet>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QStringList storedKeys(const StoredTags &stored, const QStringList &names)
{
    const auto found = stored.find(names);
    QStringList keys;
    QSet<QString> seen; // the same tag may be named twice
    for (int position = 0; position < names.size(); ++position) {
        const auto tag = found.find(position);
        if (tag == found.end())
            throw missingTag(names.at(position));
        if (!seen.contains(tag->second.key)) {
            seen.insert(tag->second.key);
            keys << tag->second.key;
        }
    }
    return keys;
}

void refuseTaggings(const std::vector<ReferenceCount> &counts)
{
    QStringList parts;
    for (const ReferenceCount &count : counts) {
        if (count.removed > 0)
            parts << u"%1 in %2.%3"_s.arg(QString::number(count.removed), count.table,
                                          count.column);
    }
    if (parts.isEmpty())
        return;
    throw DatabaseError(
        ErrorKind::Refused,
        u"The tags are in use (%1); delete them with their taggings (--with-taggings), or "
        "remove the taggings first."_s.arg(parts.join(u", "_s)));
}

void removeTaggings(ScopedConnection &connection, const Vocabulary &vocabulary,
                    const Reference &reference, const QString &key)
{
    if (reference.onDelete != ReferenceRule::Restrict)
        return; // the database does what the foreign key declares
    const Dialect &dialect = connection.dialect();
    const QString table = dialect.quoted(reference.table);
    const QString condition =
        u" WHERE "_s + comparedReference(connection, vocabulary, reference) + u" = ?"_s;
    const QString sql = reference.nullable
                            ? u"UPDATE "_s + table + u" SET "_s + dialect.quoted(reference.column) +
                                  u" = NULL"_s + condition
                            : u"DELETE FROM "_s + table + condition;
    Statement(connection, sql).bind(key).execute();
}

} // namespace

Receipt deleteTags(ScopedConnection &connection, const Vocabulary &vocabulary,
                   const DeleteRequest &request)
{
    requireTransactions(vocabulary);
    const QStringList keys = storedKeys(StoredTags(connection, vocabulary, {}), request.names);

    Receipt receipt;
    receipt.kind = u"delete"_s;
    receipt.dryRun = request.dryRun;
    receipt.references = countTaggings(connection, vocabulary, keys);
    if (!request.withTaggings)
        refuseTaggings(receipt.references);

    const Dialect &dialect = connection.dialect();
    Statement deletion(connection, u"DELETE FROM "_s + dialect.quoted(vocabulary.table) +
                                       u" WHERE "_s + dialect.quoted(vocabulary.key().name) +
                                       u" = ?"_s);
    for (const QString &key : keys) {
        for (const Reference &reference : vocabulary.references)
            removeTaggings(connection, vocabulary, reference, key);
        receipt.tags += deletion.bind(key).execute().rowsAffected();
    }
    return receipt;
}

} // namespace tagsmith
