// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/RetryRule.h"

namespace tagsmith
{

namespace
{

constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;

Trouble mysqlTrouble(int code)
{
    switch (code) {
    case 1020: // the record has changed since last read
    case 1047: // WSREP: the node is not ready
    case 1205: // lock wait timeout
    case 1213: // deadlock, or the cluster chose another transaction
        return Trouble::Lock;
    case 1040: // too many connections
    case 1053: // server shutdown in progress
    case 1927: // the connection was killed
    case 2002: // no server at the socket
    case 2003: // no server at the host
    case 2006: // server has gone away
    case 2012: // error in the handshake
    case 2013: // lost connection
    case 2026: // the TLS layer found the link broken
    case 2027: // malformed packet: the link ended within one
    case 2055: // lost connection, with details
    case 4031: // disconnected by the server
        return Trouble::Link;
    default: return Trouble::None;
    }
}

} // namespace

Trouble troubleOf(const Error &error, Driver driver)
{
    if (driver == Driver::Mysql)
        return mysqlTrouble(error.nativeCode);
    const int code = error.nativeCode & 0xff; // the low byte is the primary result code
    return code == sqliteBusy || code == sqliteLocked ? Trouble::Lock : Trouble::None;
}

bool isTransient(const Error &error, Driver driver)
{
    return troubleOf(error, driver) != Trouble::None;
}

std::chrono::milliseconds pauseBefore(int attempt, std::chrono::milliseconds firstPause)
{
    return firstPause * (1 << (attempt - 2));
}

} // namespace tagsmith
