// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace tagsmith
{

/**
 * Keeps the SQL drivers loaded and their client libraries initialised while it lives, by one
 * connection per driver that is never opened. Made first in main(), destroyed last, after the
 * executor: without it every connection that happens to be the only one initialises the MySQL
 * client library again.
 */
class DriverAnchor
{
public:
    DriverAnchor();
    ~DriverAnchor();
    Q_DISABLE_COPY_MOVE(DriverAnchor)

    /** The connection names that may be there when no operation runs. */
    static QStringList connectionNames();
    /** Every connection name beside the anchor's: empty when nothing is open. Thread-safe. */
    static QStringList leftoverConnections();
};

} // namespace tagsmith
