// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlReturned.h"

#include "database/MysqlRowText.h"
#include "database/MysqlStatementCalls.h"

namespace tagsmith
{

namespace
{

constexpr unsigned long usualLength = 4096; // a longer text is fetched by itself

} // namespace

MysqlReturned::MysqlReturned(MYSQL_STMT *statement)
    : m_statement(statement), m_fields(mysqlStatementCalls().columnCount(statement)),
      m_binds(m_fields.size())
{
    for (size_t i = 0; i < m_fields.size(); ++i) {
        m_fields[i].text.resize(usualLength);
        m_binds[i].buffer_type = MYSQL_TYPE_STRING;
        m_binds[i].buffer = m_fields[i].text.data();
        m_binds[i].buffer_length = usualLength;
        m_binds[i].length = &m_fields[i].length;
        m_binds[i].is_null = &m_fields[i].isNull;
    }
}

bool MysqlReturned::read(QByteArrayList &rows)
{
    const MysqlStatementCalls &calls = mysqlStatementCalls();
    if (calls.bindColumns(m_statement, m_binds.data()) || calls.storeRows(m_statement) != 0)
        return false;
    const bool isWhole = fetchAll(rows);
    return isWhole && !calls.freeRows(m_statement);
}

bool MysqlReturned::fetchAll(QByteArrayList &rows)
{
    for (;;) {
        const int status = mysqlStatementCalls().fetch(m_statement);
        if (status == MYSQL_NO_DATA)
            return true;
        if ((status != 0 && status != MYSQL_DATA_TRUNCATED) || !appendRow(rows))
            return false;
    }
}

bool MysqlReturned::appendRow(QByteArrayList &rows)
{
    m_row = "[";
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (i > 0)
            m_row += ", ";
        const Field &field = m_fields[i];
        const QByteArrayView text(field.text);
        if (field.isNull)
            m_row += "null";
        else if (field.length <= usualLength)
            appendJsonString(m_row, text.first(static_cast<qsizetype>(field.length)));
        else if (!appendLong(i))
            return false;
    }
    rows << m_row + ']';
    return true;
}

bool MysqlReturned::appendLong(size_t column)
{
    QByteArray text(static_cast<qsizetype>(m_fields[column].length), Qt::Uninitialized);
    MYSQL_BIND bind = m_binds[column];
    bind.buffer = text.data();
    bind.buffer_length = m_fields[column].length;
    if (mysqlStatementCalls().fetchColumn(m_statement, &bind, static_cast<unsigned int>(column),
                                          0) != 0)
        return false;
    appendJsonString(m_row, text);
    return true;
}

} // namespace tagsmith
