// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlReturned.h"

#include "database/MysqlLibrary.h"

#include <QSqlResult>
#include <QVariant>

#include <mysql.h>

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
        return store && bind && fetch && fetchColumn && free && errorCode && errorText;
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

class Returned
{
public:
    Returned(const Library &functions, MYSQL_STMT *statement)
        : m_library(functions), m_statement(statement), m_text(usualLength, Qt::Uninitialized)
    {
        m_bind.buffer_type = MYSQL_TYPE_STRING;
        m_bind.buffer = m_text.data();
        m_bind.buffer_length = usualLength;
        m_bind.length = &m_length;
    }
    ~Returned() { m_library.free(m_statement); }
    Q_DISABLE_COPY_MOVE(Returned)

    /** False where it fails. */
    bool read(QStringList &texts)
    {
        if (m_library.bind(m_statement, &m_bind) || m_library.store(m_statement) != 0)
            return false;
        for (;;) {
            const int status = m_library.fetch(m_statement);
            if (status == MYSQL_NO_DATA)
                return true;
            if (status != 0 && status != MYSQL_DATA_TRUNCATED)
                return false;
            if (m_length <= usualLength)
                texts << QString::fromUtf8(m_text.constData(), static_cast<qsizetype>(m_length));
            else if (!readLong(texts))
                return false;
        }
    }

private:
    bool readLong(QStringList &texts)
    {
        QByteArray text(static_cast<qsizetype>(m_length), Qt::Uninitialized);
        MYSQL_BIND bind = m_bind;
        bind.buffer = text.data();
        bind.buffer_length = m_length;
        if (m_library.fetchColumn(m_statement, &bind, 0, 0) != 0)
            return false;
        texts << QString::fromUtf8(text);
        return true;
    }

    const Library &m_library;
    MYSQL_STMT *m_statement;
    QByteArray m_text;
    unsigned long m_length = 0;
    MYSQL_BIND m_bind = {};
};

} // namespace

bool canReadReturned()
{
    return library().isWhole();
}

QStringList mysqlReturned(const QSqlResult &result, QSqlError &error)
{
    MYSQL_STMT *statement = canReadReturned() ? statementOf(result) : nullptr;
    QStringList texts;
    if (!statement) {
        error = QSqlError(u"The MySQL driver does not give access to its statement."_s, {},
                          QSqlError::UnknownError);
        return texts;
    }
    Returned returned(library(), statement);
    if (!returned.read(texts))
        // As the driver gives it, each byte a character; nativeError() makes UTF-8 of it.
        error =
            QSqlError({}, QString::fromLatin1(library().errorText(statement)),
                      QSqlError::StatementError, QString::number(library().errorCode(statement)));
    return texts;
}

} // namespace tagsmith
