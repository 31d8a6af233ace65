// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"

#include <QProcess>
#include <QString>
#include <QStringList>

namespace tagsmith
{

/** What a private server has beyond a socket. */
struct TestServerOptions
{
    bool grantTables = false;    ///< real accounts; root has no password
    bool tcp = false;            ///< also listens on 127.0.0.1, on a free port
    QString tlsCertificate = {}; ///< PEM files; empty: the server offers no TLS
    QString tlsKey = {};
    QString tlsCa = {};
    QStringList moreArguments = {}; ///< passed to mariadbd after all others
};

/**
 * A private mariadbd in a folder of its own: nothing of the machine's configuration is read, and
 * nothing stays behind. Dies with the process that started it, unless it was started detached.
 */
class TestServer
{
public:
    /** @p folder is made when the server starts; its path has to be short (socket names are). */
    explicit TestServer(const QString &folder, TestServerOptions options = {});
    /** Stops the server and removes the folder. */
    ~TestServer();
    Q_DISABLE_COPY_MOVE(TestServer)

    /** Starts it and waits until it answers; false: see error(). */
    bool start();
    /** SIGKILL: the data stays, as the crash left it. From any thread; restart() waits for its end.
     */
    void crash() const;
    /** Starts it again, after a crash, on the same data and port, and waits until it answers. */
    bool restart();
    /** SIGTERM, and SIGKILL where that does not help; removes the folder. */
    void stop();
    /** Why start() failed, with the end of the server's log. */
    const QString &error() const { return m_error; }

    QString socket() const { return socketOf(m_folder); }
    /** The TCP port; 0 without TCP. */
    int port() const { return m_port; }
    /** A profile for @p database over the socket, as root without a password. */
    Profile profile(const QString &database) const;
    /** The same over TCP, to 127.0.0.1 ("localhost" would mean the socket to the client library).
     */
    Profile tcpProfile(const QString &database) const;

    static QString socketOf(const QString &folder);
    /** Starts a server that outlives this process; one that runs there already is stopped first. */
    bool startDetached();
    /** Stops what startDetached() started in @p folder and removes the folder. */
    static void stopDetached(const QString &folder);

private:
    bool prepare();
    bool launch();
    bool bootstrap();
    bool waitUntilReady();
    bool isRunning() const;
    bool failed(const QString &what);
    QStringList arguments() const;
    QString logEnd() const;

    QString m_folder;
    TestServerOptions m_options;
    QProcess m_process;
    qint64 m_pid = 0;
    int m_port = 0;
    QString m_error;
};

} // namespace tagsmith
