// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace tagsmith
{

class ScopedConnection;

/**
 * One transaction: rolled back by the destructor unless commit() has returned. A write takes its
 * lock at the start (BEGIN IMMEDIATE on SQLite, waiting for five seconds at most, or as the
 * connection says); a read sees one
 * consistent state from its first statement on.
 */
class Transaction
{
public:
    enum class Mode { Read, Write };

    Transaction(ScopedConnection &connection, Mode mode);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    void commit();
    void rollback();

private:
    void beginSqlite(Mode mode);
    void beginMysql(Mode mode);

    ScopedConnection &m_connection;
    bool m_active = false;
};

} // namespace tagsmith
