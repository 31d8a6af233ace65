// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/LeakGuard.h"

#include "database/DriverAnchor.h"
#include "support/NativeMariaDb.h"
#include "support/TestDatabase.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <algorithm>
#include <mutex>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

std::mutex messageMutex; // guards the next two
QtMessageHandler previousHandler = nullptr;

QStringList &sqlWarnings()
{
    static QStringList warnings;
    return warnings;
}

bool isSqlWarning(const QString &text)
{
    static const QRegularExpression pattern(
        u"QSql|QMYSQL|QSQLITE|QMariaDb|still in use|does not belong to the calling thread|"
        "duplicate connection name|(Unknown|Illegal) connect option"_s);
    return pattern.match(text).hasMatch();
}

void collect(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    QtMessageHandler next = nullptr;
    {
        const std::scoped_lock lock(messageMutex);
        next = previousHandler;
        if (type != QtDebugMsg && type != QtInfoMsg && isSqlWarning(text))
            sqlWarnings() << text;
    }
    // The offscreen platform says so for every window that is shown.
    if (next && !text.endsWith("does not support propagateSizeHints()"_L1))
        next(type, context, text);
}

} // namespace

LeakGuard::LeakGuard(const TestDatabase &database)
    : m_database(database), m_abortedBefore(countAborted())
{
    const std::scoped_lock lock(messageMutex);
    sqlWarnings().clear();
    previousHandler = qInstallMessageHandler(collect);
}

LeakGuard::~LeakGuard()
{
    const std::scoped_lock lock(messageMutex);
    qInstallMessageHandler(std::exchange(previousHandler, nullptr));
}

QString LeakGuard::verdict() const
{
    QStringList sentences = leftConnections();
    if (TestDatabase::isMariaDb())
        sentences << leftSessions()
                  << abortedClients(); // ended sessions first: then the count is final
    else
        sentences << leftFiles();
    sentences << warnings();
    return sentences.join(u' ');
}

QStringList LeakGuard::takeWarnings()
{
    const std::scoped_lock lock(messageMutex);
    return std::exchange(sqlWarnings(), {});
}

QStringList LeakGuard::leftConnections() const
{
    QStringList sentences;
    const QStringList expected = DriverAnchor::connectionNames();
    const QStringList names = QSqlDatabase::connectionNames();
    for (const QString &name : names) {
        if (!expected.contains(name))
            sentences << u"The connection \"%1\" was not removed."_s.arg(name);
    }
    return sentences;
}

QStringList LeakGuard::leftSessions() const
{
    QList<QStringList> sessions;
    NativeMariaDb server(m_database.socket());
    const auto allEnded = [&server, &sessions] {
        sessions = server.rows(u"SELECT id, user, COALESCE(info, state, '') "
                               "FROM information_schema.processlist WHERE id <> CONNECTION_ID() "
                               "AND command <> 'Daemon' AND user <> 'system user' "
                               "AND user <> 'event_scheduler' ORDER BY id"_s);
        return sessions.isEmpty();
    };
    (void)QTest::qWaitFor(allEnded, m_patienceMs);
    QStringList sentences;
    for (const QStringList &session : std::as_const(sessions)) {
        sentences << u"The server still has session %1 of %2 (%3)."_s.arg(
            session.at(0), session.at(1), session.at(2));
    }
    return sentences;
}

QStringList LeakGuard::leftFiles() const
{
    QStringList sentences;
    const QString folder = QFileInfo(m_database.file()).canonicalPath();
    const QFileInfoList open = QDir(u"/proc/self/fd"_s).entryInfoList(QDir::Files | QDir::System);
    for (const QFileInfo &descriptor : open) {
        const QString target = descriptor.symLinkTarget();
        if (target.startsWith(folder))
            sentences << u"The file \"%1\" is still open."_s.arg(target);
    }
    return sentences;
}

QStringList LeakGuard::abortedClients() const
{
    const qint64 moved = countAborted() - m_abortedBefore;
    if (moved == m_expectedAborts)
        return {};
    return {u"Sessions that the server counts as aborted: %1, expected: %2."_s.arg(moved).arg(
        m_expectedAborts)};
}

QStringList LeakGuard::warnings() const
{
    const std::scoped_lock lock(messageMutex);
    QStringList sentences;
    for (const QString &text : std::as_const(sqlWarnings()))
        sentences << u"Qt SQL warned: \"%1\"."_s.arg(text);
    return sentences;
}

qint64 LeakGuard::countAborted() const
{
    if (!TestDatabase::isMariaDb())
        return 0;
    return NativeMariaDb(m_database.socket())
        .rows(u"SHOW GLOBAL STATUS LIKE 'Aborted_clients'"_s)
        .value(0)
        .value(1)
        .toLongLong();
}

} // namespace tagsmith
