// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlReturned.h"

#include "database/MysqlLibrary.h"
#include "database/MysqlRowText.h"

#include <QSqlResult>
#include <QVariant>

#include <mysql.h>

#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr unsigned long usualLength = 4096; // a longer text is fetched by itself

/** The functions of the client library that are needed here. */
struct Library
{
    using My = MYSQL_STMT *;
    unsigned int (*count)(My) = mysqlFunction<unsigned int (*)(My)>("mysql_stmt_field_count");
    int (*store)(My) = mysqlFunction<int (*)(My)>("mysql_stmt_store_result");
    my_bool (*bind)(My, MYSQL_BIND *) =
        mysqlFunction<my_bool (*)(My, MYSQL_BIND *)>("mysql_stmt_bind_result");
    int (*fetch)(My) = mysqlFunction<int (*)(My)>("mysql_stmt_fetch");
    int (*fetchColumn)(My, MYSQL_BIND *, unsigned int, unsigned long) =
        mysqlFunction<int (*)(My, MYSQL_BIND *, unsigned int, unsigned long)>(
            "mysql_stmt_fetch_column");
    my_bool (*free)(My) = mysqlFunction<my_bool (*)(My)>("mysql_stmt_free_result");
    unsigned int (*errorCode)(My) = mysqlFunction<unsigned int (*)(My)>("mysql_stmt_errno");
    const char *(*errorText)(My) = mysqlFunction<const char *(*)(My)>("mysql_stmt_error");

    bool isWhole() const
    {
        return count && store && bind && fetch && fetchColumn && free && errorCode && errorText;
    }
};

const Library &library()
{
    static const Library functions;
    return functions;
}

MYSQL_STMT *statementOf(const QSqlResult &result)
{
    const QVariant handle = result.handle();
    const bool isStatement =
        handle.isValid() && QByteArrayView(handle.metaType().name()).endsWith("mysql_stmt*");
    return isStatement ? *static_cast<MYSQL_STMT *const *>(handle.constData()) : nullptr;
}

/** One column of the rows. */
struct Field
{
    QByteArray text{usualLength, Qt::Uninitialized};
    unsigned long length = 0;
    my_bool isNull = 0;
};

class Returned
{
public:
    Returned(const Library &functions, MYSQL_STMT *statement)
        : m_library(functions), m_statement(statement), m_fields(functions.count(statement)),
          m_binds(m_fields.size())
    {
        for (size_t i = 0; i < m_fields.size(); ++i) {
            m_binds[i].buffer_type = MYSQL_TYPE_STRING;
            m_binds[i].buffer = m_fields[i].text.data();
            m_binds[i].buffer_length = usualLength;
            m_binds[i].length = &m_fields[i].length;
            m_binds[i].is_null = &m_fields[i].isNull;
        }
    }
    ~Returned() { m_library.free(m_statement); }
    Q_DISABLE_COPY_MOVE(Returned)

    /** False where it fails. */
    bool read(QByteArrayList &rows)
    {
        if (m_library.bind(m_statement, m_binds.data()) || m_library.store(m_statement) != 0)
            return false;
        for (;;) {
            const int status = m_library.fetch(m_statement);
            if (status == MYSQL_NO_DATA)
                return true;
            if ((status != 0 && status != MYSQL_DATA_TRUNCATED) || !appendRow(rows))
                return false;
        }
    }

private:
    bool appendRow(QByteArrayList &rows)
    {
        m_row = "[";
        for (size_t i = 0; i < m_fields.size(); ++i) {
            if (i > 0)
                m_row += ", ";
            const Field &field = m_fields[i];
            if (field.isNull)
                m_row += "null";
            else if (field.length <= usualLength)
                appendJsonString(m_row, QByteArrayView(field.text).first(qsizetype(field.length)));
            else if (!appendLong(i))
                return false;
        }
        rows << m_row + ']';
        return true;
    }
    bool appendLong(size_t column)
    {
        QByteArray text(static_cast<qsizetype>(m_fields[column].length), Qt::Uninitialized);
        MYSQL_BIND bind = m_binds[column];
        bind.buffer = text.data();
        bind.buffer_length = m_fields[column].length;
        if (m_library.fetchColumn(m_statement, &bind, static_cast<unsigned int>(column), 0) != 0)
            return false;
        appendJsonString(m_row, text);
        return true;
    }

    const Library &m_library;
    MYSQL_STMT *m_statement;
    std::vector<Field> m_fields;
    std::vector<MYSQL_BIND> m_binds;
    QByteArray m_row;
};

} // namespace

bool canReadReturned()
{
    return library().isWhole();
}

QByteArrayList mysqlReturned(const QSqlResult &result, QSqlError &error)
{
    MYSQL_STMT *statement = canReadReturned() ? statementOf(result) : nullptr;
    QByteArrayList rows;
    if (!statement) {
        error = QSqlError(u"The MySQL driver does not give access to its statement."_s, {},
                          QSqlError::UnknownError);
        return rows;
    }
    Returned returned(library(), statement);
    if (!returned.read(rows))
        // As the driver gives it, each byte a character; nativeError() makes UTF-8 of it.
        error =
            QSqlError({}, QString::fromLatin1(library().errorText(statement)),
                      QSqlError::StatementError, QString::number(library().errorCode(statement)));
    return rows;
}

} // namespace tagsmith
