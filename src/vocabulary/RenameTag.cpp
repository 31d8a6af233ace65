// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RenameTag.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ComparedReference.h"
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

/** Whether a changed key reaches the rows of @p reference without our help. */
bool followsByItself(const ScopedConnection &connection, const Vocabulary &vocabulary,
                     const Reference &reference)
{
    // InnoDB takes CASCADE for RESTRICT where a table refers to itself.
    const bool cascades = connection.isSqlite() || reference.table != vocabulary.table;
    return reference.onUpdate == ReferenceRule::Cascade && cascades;
}

/**
 * While it lives, the server does not enforce foreign keys. InnoDB sees another key where its
 * collation sees only another spelling, and would refuse to update either table first.
 */
class ForeignKeyPause
{
public:
    explicit ForeignKeyPause(ScopedConnection &connection) : m_connection(connection)
    {
        if (!m_connection.isSqlite())
            Statement(m_connection, u"SET foreign_key_checks = 0"_s).execute();
    }

    ~ForeignKeyPause()
    {
        try {
            if (!m_connection.isSqlite())
                Statement(m_connection, u"SET foreign_key_checks = 1"_s).executeUncancelled();
        } catch (const DatabaseError &) {
            // The link is lost, and the session with it.
        }
    }

    Q_DISABLE_COPY_MOVE(ForeignKeyPause)

private:
    ScopedConnection &m_connection;
};

/** One rename, with what its steps share. */
class Renaming
{
public:
    Renaming(ScopedConnection &connection, const Vocabulary &vocabulary, QString oldKey,
             QString newKey)
        : m_connection(connection), m_dialect(connection.dialect()), m_vocabulary(vocabulary),
          m_table(m_dialect.quoted(vocabulary.table)),
          m_key(m_dialect.quoted(vocabulary.key().name)), m_oldKey(std::move(oldKey)),
          m_newKey(std::move(newKey))
    {
    }

    /** The first reference that has to be moved by us, or null. */
    const Reference *referenceToMove() const
    {
        const auto match =
            std::find_if(m_vocabulary.references.begin(), m_vocabulary.references.end(),
                         [this](const Reference &reference) {
                             return !followsByItself(m_connection, m_vocabulary, reference);
                         });
        return match == m_vocabulary.references.end() ? nullptr : &*match;
    }

    void updateKey()
    {
        Statement(m_connection, u"UPDATE "_s + m_table + u" SET "_s + m_key + u" = ? WHERE "_s +
                                    m_key + u" = ?"_s)
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
        Statement(m_connection, u"INSERT INTO "_s + m_table + u" ("_s +
                                    m_dialect.quotedList(columns) + u") SELECT "_s +
                                    values.join(u", "_s) + u" FROM "_s + m_table + u" WHERE "_s +
                                    m_key + u" = ?"_s)
            .bind(m_newKey)
            .bind(m_oldKey)
            .execute();
    }

    void moveReferences()
    {
        for (const Reference &reference : m_vocabulary.references) {
            Statement(m_connection, u"UPDATE "_s + m_dialect.quoted(reference.table) + u" SET "_s +
                                        m_dialect.quoted(reference.column) + u" = ? WHERE "_s +
                                        comparedReference(m_connection, m_vocabulary, reference) +
                                        u" = ?"_s)
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

void copyRow(Renaming &renaming, const QString &name, const Reference &toMove)
{
    try {
        renaming.copyRow();
    } catch (const DatabaseError &failure) {
        if (failure.error().kind != ErrorKind::Conflict)
            throw;
        throw DatabaseError(
            ErrorKind::Refused,
            u"“%1” cannot be renamed, because %2.%3 does not follow by itself and the "
            "row has a further value that may stand only once; give that foreign key ON "
            "UPDATE CASCADE."_s.arg(name, toMove.table, toMove.column));
    }
}

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
        throw DatabaseError(
            ErrorKind::Conflict,
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
    if (isOnlySpelling) {
        // The references are valid before, between and after, since old and new are equal.
        const ForeignKeyPause pause(connection);
        renaming.updateKey();
        renaming.moveReferences();
    } else if (const Reference *toMove = renaming.referenceToMove()) {
        copyRow(renaming, tag.name, *toMove);
        renaming.moveReferences();
        renaming.deleteOldRow();
    } else {
        renaming.updateKey();
    }
    return receipt;
}

} // namespace tagsmith
