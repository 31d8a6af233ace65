// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"
#include "core/ConnectionReport.h"
#include "core/Profile.h"
#include "database/Dialect.h"

#include <QSqlDatabase>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

struct sqlite3;
struct st_mysql;

namespace tagsmith
{

class ChangeSink;
class MysqlLink;
class SqlRecorder;

/** How long a lock that somebody else holds is waited for. */
enum class LockWait {
    Long,  ///< ten seconds on the servers, five on SQLite
    Short, ///< two seconds and one: for a caller that tries again
};

/**
 * One connection, for one operation, on one thread: opened and checked by the constructor, closed
 * and removed by the destructor. Statements made on it must be gone by then. It is never copied,
 * moved or kept in anything that outlives the operation.
 *
 * The session it hands out has been checked, not assumed: utf8mb4, prepared statements on the
 * server, strict sql_mode, UTC; foreign keys enforced on SQLite. The constructor throws
 * DatabaseError when a check fails, and then nothing is left open.
 */
class ScopedConnection
{
public:
    /**
     * Opens @p profile; @p token interrupts statements that run on this connection. A server that
     * leaves a statement without an answer for longer than @p answerTimeout counts as gone; zero:
     * never.
     */
    explicit ScopedConnection(const Profile &profile, const CancelToken &token = {},
                              LockWait lockWait = LockWait::Long,
                              std::chrono::seconds answerTimeout = {});
    ~ScopedConnection();
    Q_DISABLE_COPY_MOVE(ScopedConnection)

    const Dialect &dialect() const { return *m_dialect; }
    const ConnectionReport &report() const { return m_report; }
    const CancelToken &token() const { return m_token; }
    bool isSqlite() const { return m_profile.driver == Driver::Sqlite; }
    LockWait lockWait() const { return m_lockWait; }

    /**
     * Stops the statement that runs on this connection, from another thread and even after the
     * connection is gone: KILL QUERY over a second connection, which takes as long as opening one.
     * Empty for SQLite, whose statements the token interrupts by itself.
     */
    std::function<void()> killer() const;
    /**
     * Cuts the link to the server, from another thread and even after the connection is gone:
     * whatever waits for an answer fails at once. Empty for SQLite.
     */
    std::function<void()> linkCutter() const;

    /** Whether an INSERT can return what it made, for MysqlInsert::takeReturned(). */
    bool canReturnInserted() const;

    /**
     * To be called before the transaction of many rows, of which a statement changes not too many:
     * SQLite then keeps more of its pages in memory, and all of what would take a statement back.
     */
    void expectManyRows();

    /** The collation that a column of an SQLite table compares in; no statement can ask for it. */
    QString sqliteCollation(const QString &table, const QString &column) const;

    /** Who is told of each change of rows; null: nobody. It has to live until it is taken away. */
    void setChangeSink(ChangeSink *sink) { m_changeSink = sink; }
    ChangeSink *changeSink() const { return m_changeSink; }

    /**
     * Lets rows refer to what is not there, and nothing cascade, until the connection ends. Before
     * a transaction begins: SQLite takes it at no other time.
     */
    void pauseForeignKeys();

    /** Runs a constant statement without values as text: COMMIT, which not every server prepares.
     */
    void executeDirectly(const QString &sql);

private:
    friend class MysqlInsert;
    friend class SqliteInsert;
    friend class SqlRecorder;
    friend class Statement;
    friend class Transaction;

    void open();
    void openMysql();
    void openMysqlAt(const Host &host);
    void keepLink(st_mysql *handle);
    void checkMysqlSession();
    void openSqlite();
    void checkSqliteSession();
    sqlite3 *sqliteHandle() const; ///< null where the driver is another one
    void addDatabase(const QString &driver);
    void close() noexcept;

    Profile m_profile;
    CancelToken m_token;
    LockWait m_lockWait;
    std::chrono::seconds m_answerTimeout;
    st_mysql *m_mysqlHandle = nullptr;       ///< null on SQLite
    std::shared_ptr<const MysqlLink> m_link; ///< null on SQLite
    QString m_name;
    QSqlDatabase m_database;
    const Dialect *m_dialect;
    ConnectionReport m_report;
    SqlRecorder *m_recorder = nullptr;
    ChangeSink *m_changeSink = nullptr;
};

} // namespace tagsmith
