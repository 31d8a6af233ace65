// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/TableBalance.h"

#include "core/Error.h"
#include "database/ScopedConnection.h"
#include "database/Statement.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

TableBalance::TableBalance(ScopedConnection &connection, const Vocabulary &vocabulary)
    : m_connection(connection), m_vocabulary(vocabulary),
      m_before(connection.isSqlite() ? count() : 0)
{
}

void TableBalance::require(qint64 inserted, qint64 stored) const
{
    const qint64 now = m_connection.isSqlite() ? count() : m_before + stored;
    if (now == m_before + inserted && stored == inserted)
        return;
    const QString found =
        m_connection.isSqlite()
            ? u"the table %1 had %2 rows before and has %3 now"_s.arg(
                  m_vocabulary.table, QString::number(m_before), QString::number(now))
            : u"the server stored %1 rows in %2"_s.arg(QString::number(stored), m_vocabulary.table);
    throw DatabaseError(ErrorKind::Conflict,
                        u"The account of the import does not balance: %1 tags are new, but %2, so "
                        "that nothing was imported; see whether a trigger of the table adds rows "
                        "or removes them."_s.arg(QString::number(inserted), found));
}

void TableBalance::require(const Rows &added, const Rows &removed) const
{
    const qint64 change = added.tags - removed.tags;
    const qint64 told = added.told - removed.told;
    const qint64 now = m_connection.isSqlite() ? count() : m_before + told;
    if (now == m_before + change)
        return;
    throw DatabaseError(
        ErrorKind::Conflict,
        u"The account of the import does not balance: %1 rows of %2 came and %3 went, but it has "
        "%4 rows more than that makes, so that nothing was changed; see whether a trigger of the "
        "table adds rows, removes them or keeps them."_s.arg(
            QString::number(added.tags), m_vocabulary.table, QString::number(removed.tags),
            QString::number(now - m_before - change)));
}

qint64 TableBalance::count() const
{
    Statement statement(m_connection, u"SELECT COUNT(*) FROM "_s +
                                          m_connection.dialect().quoted(m_vocabulary.table));
    statement.execute().next();
    return statement.integer(0);
}

} // namespace tagsmith
