// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace tagsmith
{

class ScopedConnection;

/**
 * One prepared statement on a connection, forward only. Throws DatabaseError, with a sentence of
 * our own made from the engine's code. Lives shorter than its connection.
 */
class Statement
{
public:
    Statement(ScopedConnection &connection, const QString &sql);
    /**
     * One without parameters, sent as text: one round trip instead of four. @p sql is made of
     * constants, quoted identifiers and numbers of our own, never of a user's values.
     */
    static Statement asText(ScopedConnection &connection, const QString &sql);

    /** Binds the next parameter. */
    Statement &bind(const Cell &value);
    Statement &bind(const QString &value);
    Statement &bind(qint64 value);
    /** A text, for MySQL: to SQLite these would be bytes. */
    Statement &bindUtf8(const QByteArray &text);

    /** Runs it with what has been bound since the last run. */
    Statement &execute();
    /** The same for a COMMIT: once it has succeeded, a cancellation comes too late to be true. */
    Statement &executeUncancelled();

    /** Moves to the next row; false at the end. */
    bool next();
    /** Column @p index of this row as text; nothing for NULL. Bytes that are not UTF-8 come as 0x…
     */
    Cell cell(int index) const;
    QString text(int index) const;
    qint64 integer(int index) const;
    /** How many rows were matched by UPDATE, or inserted or deleted. */
    qint64 rowsAffected() const { return m_rowsAffected; }
    /** The number that the database gave to the row just inserted. */
    qint64 insertedNumber() const;
    /** The value as the driver delivers it. */
    QVariant value(int index) const { return m_query.value(index); }

private:
    explicit Statement(ScopedConnection &connection);
    [[noreturn]] void fail() const;

    ScopedConnection &m_connection;
    QSqlQuery m_query;
    QString m_text; ///< where it is not prepared
    int m_bound = 0;
    qint64 m_rowsAffected = 0;
};

} // namespace tagsmith
