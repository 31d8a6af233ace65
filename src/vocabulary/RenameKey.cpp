// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RenameKey.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"
#include "vocabulary/ForeignKeyPause.h"
#include "vocabulary/NamingTable.h"
#include "vocabulary/RecordChanges.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The row of the tag, under its old and its new key. */
class KeyedRow
{
public:
    KeyedRow(ScopedConnection &connection, const Vocabulary &vocabulary, const QString &oldKey,
             const QString &newKey)
        : m_connection(connection), m_dialect(connection.dialect()), m_vocabulary(vocabulary),
          m_table(m_dialect.quoted(vocabulary.table)),
          m_key(m_dialect.quoted(vocabulary.key().name)), m_oldKey(oldKey), m_newKey(newKey)
    {
    }

    void updateKey()
    {
        RecordedUpdate recorded(m_connection, rowOf(m_oldKey), {m_vocabulary.key().name},
                                {{m_vocabulary.key().name, m_newKey}});
        Statement(m_connection, u"UPDATE "_s + m_table + u" SET "_s + m_key + u" = ? WHERE "_s +
                                    m_key + u" = ?"_s)
            .bind(m_newKey)
            .bind(m_oldKey)
            .execute();
        recorded.done();
    }

    void copy()
    {
        QStringList columns = {m_vocabulary.key().name};
        QStringList values = {u"?"_s};
        for (const Column &column : m_vocabulary.columns) {
            if (column.generated || !column.table.isEmpty() ||
                column.name == m_vocabulary.key().name)
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
        recordInsert(m_connection, rowOf(m_newKey));
    }

    void deleteOld()
    {
        recordDelete(m_connection, rowOf(m_oldKey));
        Statement(m_connection, u"DELETE FROM "_s + m_table + u" WHERE "_s + m_key + u" = ?"_s)
            .bind(m_oldKey)
            .execute();
    }

private:
    RowSelection rowOf(const QString &key) const
    {
        return {m_vocabulary.table, {}, {}, m_key + u" = ?"_s, [&key](Statement &statement) {
                    statement.bind(key);
                }};
    }

    ScopedConnection &m_connection;
    const Dialect &m_dialect;
    const Vocabulary &m_vocabulary;
    QString m_table;
    QString m_key;
    QString m_oldKey;
    QString m_newKey;
};

DatabaseError cannotCopy(const QString &name, const Reference &toMove)
{
    return {
        ErrorKind::Refused,
        u"“%1” cannot be renamed, because %2 does not follow by itself and the row has a "
        "further value that may stand only once; give that foreign key ON UPDATE CASCADE."_s.arg(
            name, toMove.title())};
}

} // namespace

void renameKey(ScopedConnection &connection, const Vocabulary &vocabulary,
               const NameFollowers &followers, const QString &oldKey, const QString &newKey,
               bool isOnlySpelling)
{
    KeyedRow row(connection, vocabulary, oldKey, newKey);
    const Reference *toMove = followers.referenceToMove();
    if (isOnlySpelling) {
        // InnoDB sees another key where its collation sees only another spelling, and would refuse
        // to update either table first.
        const ForeignKeyPause pause(connection);
        onTable(vocabulary.table, [&row] { row.updateKey(); });
        followers.move(oldKey, newKey);
    } else if (toMove) {
        try {
            onTable(vocabulary.table, [&row] { row.copy(); });
        } catch (const DatabaseError &failure) {
            if (failure.error().kind == ErrorKind::Conflict)
                throw cannotCopy(oldKey, *toMove);
            throw;
        }
        followers.move(oldKey, newKey);
        onTable(vocabulary.table, [&row] { row.deleteOld(); });
    } else {
        onTable(vocabulary.table, [&row] { row.updateKey(); });
    }
}

} // namespace tagsmith
