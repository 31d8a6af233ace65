// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Profile.h"

#include <QFileInfo>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int defaultPort = 3306;
constexpr int maxPort = 65535;
constexpr auto readOnlyEnding = "?read-only=yes"_L1;

Error usage(const QString &message)
{
    return Error{ErrorKind::Usage, message};
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString encoded(const QString &text, const char *keep = "")
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, keep));
}

QString tlsName(TlsMode mode)
{
    switch (mode) {
    case TlsMode::Require: return u"require"_s;
    case TlsMode::Verify: return u"verify"_s;
    case TlsMode::Off: break;
    }
    return u"off"_s;
}

std::optional<TlsMode> tlsFromName(const QString &name)
{
    for (const TlsMode mode : {TlsMode::Off, TlsMode::Require, TlsMode::Verify}) {
        if (name == tlsName(mode))
            return mode;
    }
    return std::nullopt;
}

/** `HOST`, `HOST:PORT`, `[V6]` or `[V6]:PORT`. */
Result<Host> parseHost(const QString &text)
{
    const bool bracketed = text.startsWith(u'[');
    const qsizetype nameEnd = bracketed ? text.indexOf(u']') : text.indexOf(u':');
    if (bracketed && nameEnd < 0)
        return usage(u"The host \"%1\" lacks a closing bracket."_s.arg(text));

    Host host;
    host.port = defaultPort;
    host.name = decoded(bracketed ? text.mid(1, nameEnd - 1) : text.left(nameEnd));
    const QString rest =
        bracketed ? text.mid(nameEnd + 1) : (nameEnd < 0 ? QString() : text.mid(nameEnd));
    if (host.name.isEmpty())
        return usage(u"The URL names no host; write mysql://USER@HOST/DATABASE."_s);
    if (rest.isEmpty())
        return host;

    bool isNumber = false;
    host.port = QStringView(rest).mid(1).toInt(&isNumber);
    if (!rest.startsWith(u':') || !isNumber || host.port < 1 || host.port > maxPort)
        return usage(u"\"%1\" is not a port; give a number from 1 to 65535."_s.arg(rest.mid(1)));
    // The client library takes the name "localhost" for its default socket; who names a port means
    // TCP.
    if (host.name == "localhost"_L1)
        host.name = u"127.0.0.1"_s;
    return host;
}

std::optional<Error> applyOptions(Profile &profile, const QString &query)
{
    const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (key == "socket"_L1) {
            profile.socket = value;
        } else if (key == "tls-ca"_L1) {
            profile.tlsCa = value;
        } else if (key == "read-only"_L1) {
            if (value != "yes"_L1 && value != "no"_L1)
                return usage(
                    u"read-only=%1 is not known; use read-only=yes or read-only=no."_s.arg(value));
            profile.readOnly = value == "yes"_L1;
        } else if (key == "tls"_L1) {
            const auto mode = tlsFromName(value);
            if (!mode)
                return usage(
                    u"tls=%1 is not known; use tls=off, tls=require or tls=verify."_s.arg(value));
            profile.tls = *mode;
        } else {
            return usage(
                u"The URL option \"%1\" is not known; there are socket, tls, tls-ca and read-only."_s
                    .arg(key));
        }
    }
    // Who names certificates wants a secured link; to open it in the clear would be a surprise.
    if (!profile.tlsCa.isEmpty() && profile.tls == TlsMode::Off)
        return usage(u"tls-ca needs a TLS mode; add tls=verify (or tls=require)."_s);
    return std::nullopt;
}

Result<Profile> sqliteProfile(const QString &text)
{
    Profile profile;
    profile.driver = Driver::Sqlite;
    // A path may contain a question mark, so that only this very ending is no part of it.
    profile.readOnly = text.endsWith(readOnlyEnding);
    profile.path = profile.readOnly ? text.chopped(readOnlyEnding.size()) : text;
    if (profile.path.isEmpty())
        return usage(u"The URL names no file; write sqlite:PATH."_s);
    return profile;
}

Result<Profile> mysqlProfile(const QString &text)
{
    Profile profile;
    profile.driver = Driver::Mysql;

    const QString address = text.section(u'?', 0, 0);
    const QString authority = address.section(u'/', 0, 0);
    profile.database = decoded(address.section(u'/', 1));
    if (profile.database.isEmpty())
        return usage(u"The URL names no database; write mysql://USER@HOST/DATABASE."_s);

    const qsizetype at = authority.lastIndexOf(u'@');
    const QString user = at < 0 ? QString() : authority.left(at);
    if (user.contains(u':')) {
        return usage(u"A password in the URL can be read by others; leave it out and set "
                     "TAGSMITH_PASSWORD or use --password-stdin."_s);
    }
    profile.user = decoded(user);
    if (const auto error = applyOptions(profile, text.section(u'?', 1)))
        return *error;

    const QString hosts = authority.mid(at + 1);
    if (hosts.isEmpty() && !profile.socket.isEmpty())
        return profile;
    const QStringList parts = hosts.split(u',');
    for (const QString &part : parts) {
        const auto host = parseHost(part);
        if (!host)
            return host.error();
        profile.hosts.push_back(*host);
    }
    return profile;
}

QString hostText(const Host &host)
{
    const QString name =
        host.name.contains(u':') ? u"[%1]"_s.arg(encoded(host.name, ":")) : encoded(host.name);
    return host.port == defaultPort ? name : name + u':' + QString::number(host.port);
}

} // namespace

QString Profile::displayName() const
{
    if (driver == Driver::Sqlite)
        return QFileInfo(path).fileName();
    const QString where = !socket.isEmpty() ? socket
                          : hosts.empty()   ? u"localhost"_s
                                            : hosts.front().name;
    return u"%1 on %2"_s.arg(database, where);
}

QString Profile::toUrl() const
{
    if (driver == Driver::Sqlite)
        return u"sqlite:"_s + path + (readOnly ? readOnlyEnding : ""_L1);

    QStringList hostTexts;
    for (const Host &host : hosts)
        hostTexts << hostText(host);
    QStringList options;
    if (!socket.isEmpty())
        options << u"socket="_s + encoded(socket, "/");
    if (tls != TlsMode::Off)
        options << u"tls="_s + tlsName(tls);
    if (!tlsCa.isEmpty() && tls != TlsMode::Off)
        options << u"tls-ca="_s + encoded(tlsCa, "/");
    if (readOnly)
        options << u"read-only=yes"_s;
    const QString userPart = user.isEmpty() ? QString() : encoded(user) + u'@';
    const QString url = u"mysql://%1%2/%3"_s.arg(userPart, hostTexts.join(u','), encoded(database));
    return options.isEmpty() ? url : url + u'?' + options.join(u'&');
}

Result<Profile> Profile::fromUrl(const QString &url)
{
    if (url.startsWith("sqlite:"_L1))
        return sqliteProfile(url.mid(7));
    for (const auto scheme : {"mysql://"_L1, "mariadb://"_L1}) {
        if (url.startsWith(scheme))
            return mysqlProfile(url.mid(scheme.size()));
    }
    return usage(
        u"\"%1\" is not a database; write sqlite:PATH or mysql://USER@HOST/DATABASE."_s.arg(url));
}

} // namespace tagsmith
