// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringEncoder>

#include <memory>
#include <vector>

struct st_mysql_stmt;

namespace tagsmith
{

class MysqlReturned;
class ScopedConnection;

/**
 * A prepared INSERT of many rows, by the calls of MariaDB's client library: QMYSQL takes half as
 * long to bind values as the server to store them, and it does not see what an INSERT … RETURNING
 * returns (it looks for columns when it prepares, and MariaDB names none then). On the thread of
 * the connection, in its transaction; gone before the connection.
 */
class MysqlInsert
{
public:
    /** Whether the driver of @p connection works with that library. */
    static bool isPossible(const ScopedConnection &connection);

    /** @p sql: with a ? for each value; may end in RETURNING texts. Throws DatabaseError. */
    MysqlInsert(ScopedConnection &connection, const QString &sql);
    ~MysqlInsert();
    Q_DISABLE_COPY_MOVE(MysqlInsert)

    /** The next value. */
    void bind(const Cell &value);
    /**
     * Inserts the rows whose values have been bound since the last time, all or none, and answers
     * how many these are. Throws DatabaseError, Cancelled among them.
     */
    qint64 execute();
    /** The rows that the last execute() has returned; see MysqlReturned. */
    QByteArrayList takeReturned();

private:
    /** Where a value is in the text; nowhere: NULL. */
    struct Value
    {
        qsizetype begin = -1;
        qsizetype size = 0;
    };

    struct Close
    {
        void operator()(st_mysql_stmt *statement) const;
    };

    void bindValues();
    void readReturned();
    [[noreturn]] void fail() const;

    ScopedConnection &m_connection;
    QString m_sql;
    std::unique_ptr<st_mysql_stmt, Close> m_statement;
    QStringEncoder m_encoder;
    QByteArray m_text; ///< of all values; it never shrinks
    qsizetype m_textSize = 0;
    std::vector<Value> m_values;
    std::unique_ptr<MysqlReturned> m_reader;
    QByteArrayList m_returned;
};

} // namespace tagsmith
