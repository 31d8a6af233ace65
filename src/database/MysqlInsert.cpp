// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/MysqlInsert.h"

#include "core/Error.h"
#include "database/ChangeSink.h"
#include "database/MysqlReturned.h"
#include "database/MysqlStatementCalls.h"
#include "database/NativeErrors.h"
#include "database/ScopedConnection.h"

#include <QSqlError>

#include <algorithm>
#include <cstring>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

bool MysqlInsert::isPossible(const ScopedConnection &connection)
{
    return connection.m_mysqlHandle && mysqlStatementCalls().areThere();
}

MysqlInsert::MysqlInsert(ScopedConnection &connection, const QString &sql)
    : m_connection(connection), m_sql(sql),
      m_statement(mysqlStatementCalls().init(connection.m_mysqlHandle)),
      m_encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless)
{
    if (!m_statement)
        throw DatabaseError(ErrorKind::Internal, u"There is no memory for a statement."_s);
    const QByteArray text = sql.toUtf8();
    const MysqlStatementCalls &calls = mysqlStatementCalls();
    if (calls.prepare(m_statement.get(), text.constData(),
                      static_cast<unsigned long>(text.size())) != 0)
        fail();
}

MysqlInsert::~MysqlInsert() = default;

void MysqlInsert::Close::operator()(st_mysql_stmt *statement) const
{
    mysqlStatementCalls().close(statement);
}

void MysqlInsert::bind(const Cell &value)
{
    if (!value) {
        m_values.emplace_back();
        return;
    }
    const qsizetype most = m_textSize + m_encoder.requiredSpace(value->size());
    if (m_text.size() < most)
        m_text.resize(std::max(most, 2 * m_text.size()));
    char *begin = m_text.data() + m_textSize;
    qsizetype size = m_encoder.appendToBuffer(begin, *value) - begin;
    if (m_encoder.hasError()) { // half of a surrogate pair: as QMYSQL sends it
        m_encoder.resetState();
        const QByteArray text = value->toUtf8();
        size = text.size();
        std::memcpy(begin, text.constData(), static_cast<size_t>(size));
    }
    m_values.push_back({m_textSize, size});
    m_textSize += size;
}

qint64 MysqlInsert::execute()
{
    m_connection.token().throwIfCancelled();
    bindValues();
    const MysqlStatementCalls &calls = mysqlStatementCalls();
    if (calls.execute(m_statement.get()) != 0)
        fail();
    const bool returns = calls.columnCount(m_statement.get()) > 0;
    if (returns)
        readReturned();
    const auto rows = static_cast<qint64>(calls.affectedRows(m_statement.get()));
    // A killed statement can come back without an error, so that the token is asked as well.
    m_connection.token().throwIfCancelled();
    if (ChangeSink *sink = m_connection.changeSink())
        sink->ran(m_sql, returns ? -1 : rows);
    return returns ? m_returned.size() : rows;
}

void MysqlInsert::bindValues()
{
    std::vector<MYSQL_BIND> binds(m_values.size());
    for (size_t i = 0; i < binds.size(); ++i) {
        const Value &value = m_values[i];
        binds[i].buffer_type = value.begin < 0 ? MYSQL_TYPE_NULL : MYSQL_TYPE_STRING;
        binds[i].buffer = m_text.data() + std::max(value.begin, qsizetype(0));
        binds[i].buffer_length = static_cast<unsigned long>(value.size);
    }
    m_values.clear();
    m_textSize = 0;
    const MysqlStatementCalls &calls = mysqlStatementCalls();
    if (calls.parameterCount(m_statement.get()) != binds.size())
        throw DatabaseError(ErrorKind::Internal,
                            u"A statement has got other values than it asks for, which is a fault "
                            "of Tagsmith; nothing was changed, please report it."_s);
    if (calls.bindParameters(m_statement.get(), binds.data()))
        fail();
}

void MysqlInsert::readReturned()
{
    if (!m_reader)
        m_reader = std::make_unique<MysqlReturned>(m_statement.get());
    m_returned.clear();
    if (!m_reader->read(m_returned))
        fail();
}

QByteArrayList MysqlInsert::takeReturned()
{
    return std::exchange(m_returned, {});
}

void MysqlInsert::fail() const
{
    m_connection.token().throwIfCancelled();
    const MysqlStatementCalls &calls = mysqlStatementCalls();
    // As the driver gives it, each byte a character; nativeError() makes UTF-8 of it.
    const QSqlError error({}, QString::fromLatin1(calls.errorText(m_statement.get())),
                          QSqlError::StatementError,
                          QString::number(calls.errorCode(m_statement.get())));
    throw DatabaseError(nativeError(m_connection.m_profile, error, true));
}

} // namespace tagsmith
