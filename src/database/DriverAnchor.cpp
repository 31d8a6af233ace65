// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/DriverAnchor.h"

#include <QSqlDatabase>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Driver and connection name of each anchor. */
const QList<std::pair<QString, QString>> &anchors()
{
    static const QList<std::pair<QString, QString>> list = {
        {u"QSQLITE"_s, u"tagsmith-anchor-sqlite"_s},
        {u"QMYSQL"_s, u"tagsmith-anchor-mysql"_s},
    };
    return list;
}

} // namespace

DriverAnchor::DriverAnchor()
{
    for (const auto &[driver, name] : anchors()) {
        // A driver that is not installed is reported when a profile asks for it.
        if (QSqlDatabase::isDriverAvailable(driver))
            QSqlDatabase::addDatabase(driver, name);
    }
}

DriverAnchor::~DriverAnchor()
{
    const QStringList names = connectionNames();
    for (const QString &name : names)
        QSqlDatabase::removeDatabase(name);
}

QStringList DriverAnchor::connectionNames()
{
    QStringList names;
    for (const auto &[driver, name] : anchors()) {
        if (QSqlDatabase::contains(name))
            names << name;
    }
    return names;
}

QStringList DriverAnchor::leftoverConnections()
{
    QStringList names = QSqlDatabase::connectionNames();
    for (const auto &[driver, name] : anchors())
        names.removeAll(name);
    return names;
}

} // namespace tagsmith
