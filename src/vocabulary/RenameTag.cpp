// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RenameTag.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/CountTaggings.h"
#include "vocabulary/StoredTags.h"
#include "vocabulary/WriteRules.h"

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** One rename, with what its steps share. */
class Renaming
{
public:
    Renaming(ScopedConnection &connection, const Vocabulary &vocabulary, QString oldKey, QString newKey)
        : m_connection(connection), m_dialect(connection.dialect()), m_vocabulary(vocabulary),
          m_table(m_dialect.quoted(vocabulary.table)), m_key(m_dialect.quoted(vocabulary.key().name)),
          m_oldKey(std::move(oldKey)), m_newKey(std::move(newKey))
    {
    }

    bool everyReferenceCascades() const
    {
        return std::all_of(m_vocabulary.references.begin(), m_vocabulary.references.end(),
                           [](const Reference &reference) {
                               return reference.onUpdate == ReferenceRule::Cascade;
                           });
    }

    void updateKey()
    {
        Statement(m_connection, u"UPDATE "_s + m_table + u" SET "_s + m_key + u" = ? WHERE "_s + m_key
                                    + u" = ?"_s)
            .bind(m_newKey)
            .bind(m_oldKey)
            .execute();
    }

    void copyRow()
    {
        QStringList columns = {m_vocabulary.key().name};
        QStringList values = {u"?"_s};
        for (const Column &column : m_vocabulary.columns) {
            if (column.generated || column.name == m_vocabulary.key().name)
                continue;
            columns << column.name;
            values << m_dialect.quoted(column.name);
        }
        Statement(m_connection, u"INSERT INTO "_s + m_table + u" ("_s + m_dialect.quotedList(columns)
                                    + u") SELECT "_s + values.join(u", "_s) + u" FROM "_s + m_table
                                    + u" WHERE "_s + m_key + u" = ?"_s)
            .bind(m_newKey)
            .bind(m_oldKey)
            .execute();
    }

    void moveReferences()
    {
        for (const Reference &reference : m_vocabulary.references) {
            const QString column = m_dialect.quoted(reference.column);
            Statement(m_connection, u"UPDATE "_s + m_dialect.quoted(reference.table) + u" SET "_s + column
                                        + u" = ? WHERE "_s + column + u" = ?"_s)
                .bind(m_newKey)
                .bind(m_oldKey)
                .execute();
        }
    }

    void deleteOldRow()
    {
        Statement(m_connection, u"DELETE FROM "_s + m_table + u" WHERE "_s + m_key + u" = ?"_s)
            .bind(m_oldKey)
            .execute();
    }

private:
    ScopedConnection &m_connection;
    const Dialect &m_dialect;
    const Vocabulary &m_vocabulary;
    QString m_table;
    QString m_key;
    QString m_oldKey;
    QString m_newKey;
};

} // namespace

Receipt renameTag(ScopedConnection &connection, const Vocabulary &vocabulary,
                  const RenameRequest &request)
{
    requireTransactions(vocabulary);
    const StoredTags stored(connection, vocabulary, {});
    const StoredTag tag = requireStored(stored, request.oldName);
    requireName(stored, vocabulary, request.newName);
    const auto twin = stored.find(request.newName);
    const bool isOnlySpelling = twin && twin->key == tag.key;
    if (twin && !isOnlySpelling) {
        throw DatabaseError(ErrorKind::Conflict,
                            u"“%1” exists already as another tag; choose another name."_s.arg(twin->name));
    }

    Receipt receipt;
    receipt.kind = u"rename"_s;
    receipt.tags = 1;
    receipt.dryRun = request.dryRun;
    for (ReferenceCount &count : countTaggings(connection, vocabulary, {tag.key})) {
        count.moved = std::exchange(count.removed, 0);
        receipt.references.push_back(count);
    }

    Renaming renaming(connection, vocabulary, tag.key, request.newName);
    if (renaming.everyReferenceCascades()) {
        renaming.updateKey();
    } else if (isOnlySpelling) {
        renaming.updateKey();
        renaming.moveReferences();
    } else {
        renaming.copyRow();
        renaming.moveReferences();
        renaming.deleteOldRow();
    }
    return receipt;
}

} // namespace tagsmith
