// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/MysqlLibrary.h"

#include <mysql.h>

namespace tagsmith
{

/** The calls of MariaDB's client library for prepared statements, as far as they are needed. */
struct MysqlStatementCalls
{
    using Handle = MYSQL_STMT *;

    MYSQL_STMT *(*init)(MYSQL *) = mysqlFunction<MYSQL_STMT *(*)(MYSQL *)>("mysql_stmt_init");
    int (*prepare)(Handle, const char *, unsigned long) =
        mysqlFunction<int (*)(Handle, const char *, unsigned long)>("mysql_stmt_prepare");
    unsigned long (*parameterCount)(Handle) =
        mysqlFunction<unsigned long (*)(Handle)>("mysql_stmt_param_count");
    my_bool (*bindParameters)(Handle, MYSQL_BIND *) =
        mysqlFunction<my_bool (*)(Handle, MYSQL_BIND *)>("mysql_stmt_bind_param");
    int (*execute)(Handle) = mysqlFunction<int (*)(Handle)>("mysql_stmt_execute");
    unsigned long long (*affectedRows)(Handle) =
        mysqlFunction<unsigned long long (*)(Handle)>("mysql_stmt_affected_rows");
    unsigned int (*columnCount)(Handle) =
        mysqlFunction<unsigned int (*)(Handle)>("mysql_stmt_field_count");
    my_bool (*bindColumns)(Handle, MYSQL_BIND *) =
        mysqlFunction<my_bool (*)(Handle, MYSQL_BIND *)>("mysql_stmt_bind_result");
    int (*storeRows)(Handle) = mysqlFunction<int (*)(Handle)>("mysql_stmt_store_result");
    int (*fetch)(Handle) = mysqlFunction<int (*)(Handle)>("mysql_stmt_fetch");
    int (*fetchColumn)(Handle, MYSQL_BIND *, unsigned int, unsigned long) =
        mysqlFunction<int (*)(Handle, MYSQL_BIND *, unsigned int, unsigned long)>(
            "mysql_stmt_fetch_column");
    my_bool (*freeRows)(Handle) = mysqlFunction<my_bool (*)(Handle)>("mysql_stmt_free_result");
    my_bool (*close)(Handle) = mysqlFunction<my_bool (*)(Handle)>("mysql_stmt_close");
    unsigned int (*errorCode)(Handle) = mysqlFunction<unsigned int (*)(Handle)>("mysql_stmt_errno");
    const char *(*errorText)(Handle) = mysqlFunction<const char *(*)(Handle)>("mysql_stmt_error");

    /** Whether the driver works with this library, so that there are all of them. */
    bool areThere() const
    {
        return init && prepare && parameterCount && bindParameters && execute && affectedRows &&
               columnCount && bindColumns && storeRows && fetch && fetchColumn && freeRows &&
               close && errorCode && errorText;
    }
};

/** From any thread, once there has been a connection to a server. */
inline const MysqlStatementCalls &mysqlStatementCalls()
{
    static const MysqlStatementCalls calls;
    return calls;
}

} // namespace tagsmith
