// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <mysql.h>

#include <vector>

namespace tagsmith
{

/**
 * The rows of texts that a prepared statement returns, each as JSON_ARRAY() would make it of them:
 * the server takes longer to do that than to insert a row.
 */
class MysqlReturned
{
public:
    /** @p statement: has run, and has returned rows. */
    explicit MysqlReturned(MYSQL_STMT *statement);

    /** All rows of the run before; to be called before anything else runs on the connection. False
     * where it fails, as the statement says. */
    bool read(QByteArrayList &rows);

private:
    struct Field
    {
        QByteArray text;
        unsigned long length = 0;
        my_bool isNull = 0;
    };

    bool fetchAll(QByteArrayList &rows);
    bool appendRow(QByteArrayList &rows);
    bool appendLong(size_t column);

    MYSQL_STMT *m_statement;
    std::vector<Field> m_fields;
    std::vector<MYSQL_BIND> m_binds;
    QByteArray m_row;
};

} // namespace tagsmith
