// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Result.h"

#include <QString>

#include <vector>

namespace tagsmith
{

enum class Driver { Sqlite, Mysql };

/** How the link to a server is secured. A mode that cannot be kept is refused, never weakened. */
enum class TlsMode {
    Off,     ///< in the clear
    Require, ///< encrypted; the server's certificate is not checked
    Verify,  ///< encrypted, certificate and host name checked
};

struct Host
{
    QString name;
    int port = 3306;

    friend bool operator==(const Host &, const Host &) = default;
};

/**
 * A named way to reach one database. A value that may pass between threads, which a connection may
 * not. The password lives in memory alone: toUrl() and whoever stores a profile leave it out.
 */
struct Profile
{
    Driver driver = Driver::Sqlite;
    QString path;            ///< SQLite: the file
    bool createFile = false; ///< SQLite: make the file when it is missing
    bool isEmbedded = false; ///< SQLite: Tagsmith's own file, which it keeps in WAL mode
    std::vector<Host> hosts; ///< MySQL, MariaDB: tried in this order
    QString socket;          ///< MySQL, MariaDB: path of the Unix socket, used instead of hosts
    QString user;
    QString password;
    QString database;
    TlsMode tls = TlsMode::Off;
    bool readOnly = false; ///< every write is refused before it reaches the database
    QString tlsCa;         ///< file with the certificates to trust; empty: the system's

    /** What the status line shows, for example "tags on db.example.org" or a file's name. */
    QString displayName() const;
    /** The URL that fromUrl() understands, without the password. */
    QString toUrl() const;

    /**
     * Reads `sqlite:PATH[?read-only=yes]` or `mysql://USER@HOST[:PORT][,HOST[:PORT]…]/DATABASE[
     * ?socket=PATH&tls=off|require|verify&tls-ca=PATH&read-only=yes|no]`. An error of kind Usage
     * says what is wrong. A password in the URL is refused, because other users of the machine can
     * read it.
     */
    static Result<Profile> fromUrl(const QString &url);

    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace tagsmith
