// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/CurrentAuthor.h"

#include <QFile>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

#include <array>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** The login name, whatever the environment claims; where the machine knows none, the number. */
QString loginName()
{
    std::array<char, 4096> buffer = {};
    passwd entry = {};
    passwd *found = nullptr;
    const uid_t user = ::getuid();
    if (::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QFile::decodeName(found->pw_name);
    return QString::number(user);
}

} // namespace

QString currentAuthor()
{
    const QString host = QSysInfo::machineHostName();
    return host.isEmpty() ? loginName() : loginName() + u'@' + host;
}

} // namespace tagsmith
