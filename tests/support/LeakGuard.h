// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace tagsmith
{

class TestDatabase;

/**
 * Watches one case: whoever leaves a connection, a session on the server, an open database file or
 * a warning of Qt's SQL module behind is told on by verdict(). At most one guard at a time.
 */
class LeakGuard
{
public:
    /** Begins to watch; @p database is built already and outlives the guard. */
    explicit LeakGuard(const TestDatabase &database);
    /** Ends the collecting of warnings. */
    ~LeakGuard();
    Q_DISABLE_COPY_MOVE(LeakGuard)

    /** Empty, or what was left behind, a sentence each. Waits a moment for sessions to end. */
    QString verdict() const;

    /** How long verdict() waits for sessions to end: the server reports it a moment after close. */
    void setPatience(int milliseconds) { m_patienceMs = milliseconds; }
    /** A case that kills @p count sessions on purpose says so. */
    void expectAbortedClients(int count) { m_expectedAborts += count; }
    /** The warnings of Qt's SQL module so far; a case that provokes them takes them away. */
    QStringList takeWarnings();

private:
    QStringList leftConnections() const;
    QStringList leftSessions() const;
    QStringList leftFiles() const;
    QStringList abortedClients() const;
    QStringList warnings() const;
    qint64 countAborted() const;

    const TestDatabase &m_database;
    qint64 m_abortedBefore = 0;
    int m_expectedAborts = 0;
    int m_patienceMs = 5000;
};

} // namespace tagsmith

/** For cleanup(): fails where @p guard (a LeakGuard) has something to tell. */
#define VERIFY_NO_LEAK(guard)                                                                      \
    do {                                                                                           \
        const QString leakVerdict = (guard).verdict();                                             \
        QVERIFY2(leakVerdict.isEmpty(), qPrintable(leakVerdict));                                  \
    } while (false)
