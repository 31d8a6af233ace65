// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ConnectHosts.h"

#include <QCoreApplication>
#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int usualPort = 3306;
constexpr int maxPort = 65535;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ConnectDialog)
};

Error usage(const QString &message)
{
    return Error{ErrorKind::Usage, message};
}

/** Where the port begins after the name; -1 where there is none. */
qsizetype portColon(const QString &text)
{
    if (text.startsWith(u'['))
        return text.indexOf(u':', text.indexOf(u']'));
    // An IPv6 address without brackets has several colons and no port.
    return text.count(u':') == 1 ? text.indexOf(u':') : -1;
}

Result<Host> hostFromText(const QString &text, int port)
{
    Host host{text, port};
    const qsizetype colon = portColon(text);
    if (colon >= 0) {
        bool isNumber = false;
        host.name = text.left(colon);
        host.port = QStringView(text).mid(colon + 1).toInt(&isNumber);
        if (!isNumber || host.port < 1 || host.port > maxPort)
            return usage(Texts::tr("“%1” is not a port; give a number from 1 to 65535.")
                             .arg(QStringView(text).mid(colon + 1)));
    }
    if (host.name.startsWith(u'[') && host.name.endsWith(u']'))
        host.name = host.name.mid(1, host.name.size() - 2);
    if (host.name.isEmpty() || host.name.contains(u' ') || host.name.contains(u'['))
        return usage(Texts::tr("“%1” is not the name of a host.").arg(text));
    // The client library takes "localhost" for its default socket; another port means TCP.
    if (host.name == "localhost"_L1 && host.port != usualPort)
        host.name = u"127.0.0.1"_s;
    return host;
}

} // namespace

Result<std::vector<Host>> hostsFromText(const QString &text, int port)
{
    std::vector<Host> hosts;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString trimmed = part.trimmed();
        if (trimmed.isEmpty())
            continue;
        const Result<Host> host = hostFromText(trimmed, port);
        if (!host)
            return host.error();
        hosts.push_back(*host);
    }
    if (hosts.empty())
        return usage(Texts::tr("Name the host of the server."));
    return hosts;
}

QString hostsToText(const std::vector<Host> &hosts, int port)
{
    QStringList texts;
    for (const Host &host : hosts) {
        if (host.port == port)
            texts << host.name;
        else if (host.name.contains(u':'))
            texts << u"[%1]:%2"_s.arg(host.name, QString::number(host.port));
        else
            texts << u"%1:%2"_s.arg(host.name, QString::number(host.port));
    }
    return texts.join(", "_L1);
}

} // namespace tagsmith
