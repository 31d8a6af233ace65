// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlLink.h"

#include "database/MysqlLibrary.h"

#include <fcntl.h>
#include <mysql.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tagsmith
{

MysqlLink::MysqlLink(st_mysql *handle)
{
    static const auto socketOf = mysqlFunction<my_socket (*)(MYSQL *)>("mysql_get_socket");
    const my_socket socket = socketOf ? socketOf(handle) : -1;
    if (socket >= 0)
        m_socket = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
}

MysqlLink::~MysqlLink()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

void MysqlLink::cut() const noexcept
{
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

} // namespace tagsmith
