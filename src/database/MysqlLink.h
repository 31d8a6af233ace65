// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

struct st_mysql;

namespace tagsmith
{

/**
 * The socket of a connection to a server, under a descriptor of its own, so that another thread
 * can cut the link however its connection has ended meanwhile.
 */
class MysqlLink
{
public:
    /** The link of @p handle, which is connected; on its thread. */
    explicit MysqlLink(st_mysql *handle);
    ~MysqlLink();
    Q_DISABLE_COPY_MOVE(MysqlLink)

    /** Whoever reads from the link or writes to it fails at once. From any thread. */
    void cut() const noexcept;

private:
    int m_socket = -1;
};

} // namespace tagsmith
