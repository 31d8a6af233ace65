// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** What was really negotiated on one connection. */
struct ConnectionReport
{
    QString server;       ///< "MariaDB 10.11.6", "MySQL 8.0.36" or "SQLite 3.40.1"
    QString host;         ///< the host or socket that answered, or the file
    QString characterSet; ///< of the session; "UTF-8" for SQLite
    QString machine;      ///< what the server calls the machine it runs on; empty for SQLite
    QString sqlMode;
    QString cipher; ///< empty: in the clear
    bool certificateVerified = false;
    qint64 connectionId = 0;     ///< the server's id of the connection; 0 for SQLite
    qint64 maxAllowedPacket = 0; ///< bytes; 0 for SQLite
    bool readOnly = false;       ///< the server or the file takes no writes
};

} // namespace tagsmith
