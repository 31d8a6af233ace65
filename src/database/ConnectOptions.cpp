// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/ConnectOptions.h"

#include "core/Error.h"

#include <QFileInfo>
#include <QStringList>
#include <QUrl>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds connectTimeout(10);

const QString &checkedPath(const QString &path)
{
    if (path.contains(u';') || path != path.simplified()) {
        throw DatabaseError(
            ErrorKind::Usage,
            u"The path \"%1\" cannot be passed to the database driver; use one without "
            "semicolons and double blanks."_s.arg(path));
    }
    return path;
}

QString certificateAuthorities(const Profile &profile)
{
    if (!profile.tlsCa.isEmpty())
        return checkedPath(profile.tlsCa);
    return u"/etc/ssl/certs/ca-certificates.crt"_s; // what Debian's programs trust
}

} // namespace

QString mysqlConnectOptions(const Profile &profile, std::chrono::seconds answerTimeout)
{
    QStringList options = {
        // 0 matched rows must mean "the row is gone", not "nothing changed"
        u"CLIENT_FOUND_ROWS=1"_s,
        u"MYSQL_OPT_CONNECT_TIMEOUT=%1"_s.arg(
            (answerTimeout > answerTimeout.zero() ? answerTimeout : connectTimeout).count()),
    };
    if (answerTimeout > answerTimeout.zero())
        options << u"MYSQL_OPT_READ_TIMEOUT=%1"_s.arg(answerTimeout.count());
    if (!profile.socket.isEmpty())
        options << u"UNIX_SOCKET="_s + checkedPath(profile.socket);
    if (profile.tls == TlsMode::Verify) {
        const QString file = certificateAuthorities(profile);
        if (!QFileInfo(file).isReadable()) {
            throw DatabaseError(
                ErrorKind::Tls,
                u"The CA file %1 cannot be read; choose the file with the certificates to trust."_s
                    .arg(file));
        }
        options << u"SSL_CA="_s + file;
    }
    return options.join(u';');
}

QString sqliteUri(const Profile &profile)
{
    const QString path = QFileInfo(profile.path).absoluteFilePath();
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    const QString mode = profile.readOnly ? u"ro"_s : profile.createFile ? u"rwc"_s : u"rw"_s;
    return u"file:"_s + encoded + u"?mode="_s + mode;
}

} // namespace tagsmith
