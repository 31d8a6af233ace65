// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestServer.h"

#include "support/NativeMariaDb.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int startTimeoutMs = 60'000;
constexpr int stopTimeoutMs = 20'000;

QString pidFileOf(const QString &folder)
{
    return folder + u"/pid"_s;
}

/** A process that is there and no zombie (where nobody collects a detached one). */
bool isAlive(qint64 pid)
{
    QFile status(u"/proc/%1/stat"_s.arg(pid));
    if (pid <= 0 || !status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    return !text.mid(text.lastIndexOf(')') + 2).startsWith('Z');
}

bool isServer(qint64 pid)
{
    QFile name(u"/proc/%1/comm"_s.arg(pid));
    return name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "mariadbd";
}

void end(qint64 pid)
{
    if (!isAlive(pid) || !isServer(pid))
        return;
    ::kill(static_cast<pid_t>(pid), SIGTERM);
    if (!QTest::qWaitFor([pid] { return !isAlive(pid); }, stopTimeoutMs)) {
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        (void)QTest::qWaitFor([pid] { return !isAlive(pid); }, stopTimeoutMs);
    }
}

/** Removes a server's folder; one without its marks is somebody else's and stays. */
void removeFolder(const QString &folder)
{
    if (QFile::exists(folder + u"/data"_s))
        QDir(folder).removeRecursively();
}

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    socklen_t length = sizeof address;
    int port = 0;
    if (::bind(socket, generic, length) == 0 && ::getsockname(socket, generic, &length) == 0)
        port = ntohs(address.sin_port);
    ::close(socket);
    return port;
}

QString serverProgram()
{
    return QStandardPaths::findExecutable(u"mariadbd"_s, qEnvironmentVariable("PATH").split(u':')
                                                             << u"/usr/sbin"_s);
}

/** What every run of mariadbd needs, also the one that makes the system tables. */
QStringList commonArguments(const QString &folder)
{
    QStringList arguments = {
        u"--no-defaults"_s,
        u"--datadir=%1/data"_s.arg(folder),
        // A server removes every temporary table of this folder when it starts, also those of
        // others.
        u"--tmpdir=%1/data"_s.arg(folder),
        u"--innodb-buffer-pool-size=12M"_s,
        u"--innodb-log-file-size=4M"_s,
        u"--innodb-flush-log-at-trx-commit=0"_s,
        u"--sync-binlog=0"_s,
        u"--character-set-server=utf8mb4"_s,
    };
    if (::geteuid() == 0)
        arguments << u"--user=root"_s;
    return arguments;
}

} // namespace

TestServer::TestServer(const QString &folder, TestServerOptions options)
    : m_folder(folder), m_options(std::move(options))
{
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

TestServer::~TestServer()
{
    stop();
}

bool TestServer::start()
{
    return prepare() && launch();
}

bool TestServer::launch()
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(serverProgram(), arguments());
    if (!m_process.waitForStarted())
        return failed(u"mariadbd does not start: %1."_s.arg(m_process.errorString()));
    m_pid = m_process.processId();
    return waitUntilReady();
}

void TestServer::crash() const
{
    ::kill(static_cast<pid_t>(m_pid), SIGKILL);
}

bool TestServer::restart()
{
    if (!m_process.waitForFinished(stopTimeoutMs) && m_process.state() != QProcess::NotRunning)
        return failed(u"mariadbd does not end."_s);
    return launch();
}

void TestServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopTimeoutMs)) {
        m_process.kill();
        m_process.waitForFinished();
    }
    removeFolder(m_folder);
}

bool TestServer::startDetached()
{
    stopDetached(m_folder);
    if (!prepare())
        return false;
    QProcess process;
    process.setProgram(serverProgram());
    process.setArguments(arguments());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (!process.startDetached(&m_pid))
        return failed(u"mariadbd does not start: %1."_s.arg(process.errorString()));
    QFile pidFile(pidFileOf(m_folder));
    if (!pidFile.open(QIODevice::WriteOnly) || pidFile.write(QByteArray::number(m_pid)) <= 0)
        return failed(
            u"%1 cannot be written: %2."_s.arg(pidFile.fileName(), pidFile.errorString()));
    return waitUntilReady();
}

void TestServer::stopDetached(const QString &folder)
{
    QFile pidFile(pidFileOf(folder));
    if (pidFile.open(QIODevice::ReadOnly))
        end(pidFile.readAll().toLongLong());
    removeFolder(folder);
}

Profile TestServer::profile(const QString &database) const
{
    Profile profile;
    profile.driver = Driver::Mysql;
    profile.socket = socket();
    profile.user = u"root"_s;
    profile.database = database;
    return profile;
}

Profile TestServer::tcpProfile(const QString &database) const
{
    Profile profile = this->profile(database);
    profile.socket.clear();
    profile.hosts = {Host{u"127.0.0.1"_s, m_port}};
    return profile;
}

QString TestServer::socketOf(const QString &folder)
{
    return folder + u"/s"_s;
}

bool TestServer::prepare()
{
    if (serverProgram().isEmpty())
        return failed(u"There is no mariadbd; install the package mariadb-server-core."_s);
    if (!QDir().mkpath(m_folder + u"/data"_s))
        return failed(u"The folder %1 cannot be made."_s.arg(m_folder));
    if (m_options.tcp)
        m_port = freePort();
    return !m_options.grantTables || bootstrap();
}

bool TestServer::bootstrap()
{
    // What mariadb-install-db does, which needs programs of the client's package beside it.
    QByteArray script = "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n";
    for (const auto *name : {"mysql_system_tables.sql", "mysql_system_tables_data.sql"}) {
        QFile part(u"/usr/share/mysql/"_s + QLatin1StringView(name));
        if (!part.open(QIODevice::ReadOnly))
            return failed(
                u"%1 is missing; install the package mariadb-server-core."_s.arg(part.fileName()));
        script += part.readAll();
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(serverProgram(), commonArguments(m_folder) << u"--bootstrap"_s);
    process.write(script);
    process.closeWriteChannel();
    if (!process.waitForFinished(startTimeoutMs) || process.exitCode() != 0)
        return failed(u"mariadbd cannot make its system tables: %1"_s.arg(
            QString::fromUtf8(process.readAll().right(2000))));
    return true;
}

QStringList TestServer::arguments() const
{
    QStringList arguments = commonArguments(m_folder);
    arguments << u"--socket=%1"_s.arg(socket()) << u"--log-error=%1/log.err"_s.arg(m_folder)
              << u"--pid-file=%1/mariadbd.pid"_s.arg(m_folder);
    if (!m_options.grantTables)
        arguments << u"--skip-grant-tables"_s;
    if (m_options.tcp) {
        arguments << u"--bind-address=127.0.0.1"_s << u"--port=%1"_s.arg(m_port)
                  << u"--skip-name-resolve"_s;
    } else {
        arguments << u"--skip-networking"_s;
    }
    if (!m_options.tlsCertificate.isEmpty()) {
        arguments << u"--ssl-cert=%1"_s.arg(m_options.tlsCertificate)
                  << u"--ssl-key=%1"_s.arg(m_options.tlsKey)
                  << u"--ssl-ca=%1"_s.arg(m_options.tlsCa);
    }
    return arguments << m_options.moreArguments;
}

bool TestServer::waitUntilReady()
{
    const QString path = socket();
    const bool ended = QTest::qWaitFor(
        [this, &path] { return !isRunning() || NativeMariaDb::answers(path); }, startTimeoutMs);
    if (ended && isRunning())
        return true;
    return failed(ended ? u"mariadbd ended instead of starting."_s
                        : u"mariadbd does not answer on %1."_s.arg(path));
}

bool TestServer::isRunning() const
{
    return isAlive(m_pid);
}

bool TestServer::failed(const QString &what)
{
    m_error = what + logEnd();
    return false;
}

QString TestServer::logEnd() const
{
    QFile log(m_folder + u"/log.err"_s);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    return u"\nThe end of its log:\n"_s + QString::fromUtf8(log.readAll().right(4000));
}

} // namespace tagsmith
