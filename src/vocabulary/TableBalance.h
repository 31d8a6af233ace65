// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"

#include <QtGlobal>

namespace tagsmith
{

class ScopedConnection;

/**
 * Holds the account of an import against the vocabulary's table, within one transaction.
 *
 * On SQLite the table's rows are counted before and after: nobody else writes meanwhile, and a
 * trigger may add rows to the table or remove them. On the servers such a count would tell of other
 * sessions as well: a row of theirs that the import updates was not there in its snapshot. There,
 * however, no trigger can change the table that a statement inserts into, so that the rows that the
 * server says it has stored are those by which the table has grown.
 */
class TableBalance
{
public:
    /** To be made before the first row is written. */
    TableBalance(ScopedConnection &connection, const Vocabulary &vocabulary);

    /**
     * Throws DatabaseError (Conflict) unless the table has grown by @p inserted rows; @p stored:
     * those that the database says it has stored.
     */
    void require(qint64 inserted, qint64 stored) const;

    /** A change of the table by actions: tags, and the rows that the database has told of. */
    struct Rows
    {
        qint64 tags = 0;
        qint64 told = 0;
    };
    /**
     * Throws DatabaseError (Conflict) unless the table has grown by the rows @p added and lost the
     * rows @p removed, of which a tag may have several.
     */
    void require(const Rows &added, const Rows &removed) const;

private:
    qint64 count() const;

    ScopedConnection &m_connection;
    const Vocabulary &m_vocabulary;
    qint64 m_before;
};

} // namespace tagsmith
