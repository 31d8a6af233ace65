// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QSqlError>

class QSqlResult;

namespace tagsmith
{

/** Whether mysqlReturned() can be used: the driver works with MariaDB's client library. */
bool canReadReturned();

/**
 * The rows of texts that a prepared INSERT … RETURNING, which @p result has just run, has returned,
 * each as JSON_ARRAY() would make it of them: the server takes longer to do that than to insert the
 * row. QMYSQL looks for columns when it prepares a statement, and MariaDB names none then, so that
 * they are read here, by the client library's handle. To be read before anything else runs on the
 * connection. @p error says what failed.
 */
QByteArrayList mysqlReturned(const QSqlResult &result, QSqlError &error);

} // namespace tagsmith
