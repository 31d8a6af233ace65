// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

struct st_mysql;

namespace tagsmith
{

/**
 * What the next connection that this thread opens through QMYSQL must keep. QMYSQL 6.4 has no
 * connect option for these, so that the executable's own mysql_init() (MysqlInit.cpp) sets them on
 * the handle. Applies to the current thread while it lives.
 */
class MysqlInitDemand
{
public:
    /** @p connected is called with the handle as soon as the server has let it in. */
    MysqlInitDemand(bool enforceTls, bool verifyCertificate,
                    std::function<void(st_mysql *)> connected);
    ~MysqlInitDemand();
    MysqlInitDemand(const MysqlInitDemand &) = delete;
    MysqlInitDemand &operator=(const MysqlInitDemand &) = delete;

    /** Whether the handle was really made by our mysql_init() and took every option. */
    bool wasKept() const;
};

} // namespace tagsmith
