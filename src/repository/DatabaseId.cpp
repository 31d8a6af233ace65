// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repository/DatabaseId.h"

#include <QFileInfo>

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString databaseId(const Profile &profile)
{
    if (profile.driver == Driver::Sqlite)
        return u"sqlite:"_s + QFileInfo(profile.path).absoluteFilePath();
    QString server = profile.socket;
    if (server.isEmpty() && !profile.hosts.empty())
        server = profile.hosts.front().name + u':' + QString::number(profile.hosts.front().port);
    return u"mysql://"_s + server + u'/' + profile.database;
}

} // namespace tagsmith
