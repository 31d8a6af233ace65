// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QByteArray>
#include <QString>
#include <QStringEncoder>

#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace tagsmith
{

class ScopedConnection;

/**
 * A prepared INSERT of one row, run for many, by SQLite's own calls: QSQLITE takes a third as long
 * to bind a row's values as SQLite to store them. On the thread of the connection, in its
 * transaction; gone before the connection. A row that fails leaves nothing behind.
 */
class SqliteInsert
{
public:
    /** @p sql: of one row, with a ? for each value. Throws DatabaseError. */
    SqliteInsert(ScopedConnection &connection, const QString &sql);
    ~SqliteInsert();
    Q_DISABLE_COPY_MOVE(SqliteInsert)

    /**
     * The name by which SQL reaches the rowids of @p table, which may be a column's; empty where it
     * has none, or where its other columns have taken all of their names. Throws DatabaseError.
     */
    static QString rowidName(ScopedConnection &connection, const QString &table);

    /** The next value of the row. */
    void bind(const Cell &value);
    /** Stores the row. Throws DatabaseError. */
    void execute();
    /**
     * The rowids of the rows stored since the last call, in their order; tells the connection's
     * change sink how many these are. Throws DatabaseError once the token is cancelled.
     */
    std::vector<qint64> takeRowids();

private:
    [[noreturn]] void fail(int status) const;
    void bindText(const QString &text);

    ScopedConnection &m_connection;
    sqlite3 *m_handle;
    sqlite3_stmt *m_statement = nullptr;
    QString m_sql;
    int m_bound = 0;
    QStringEncoder m_encoder;
    std::vector<QByteArray> m_texts; ///< of the parameters, which SQLite reads when it runs
    std::vector<qint64> m_rowids;
};

} // namespace tagsmith
