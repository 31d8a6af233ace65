// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/Statement.h"

#include "database/BytesAsText.h"
#include "database/ChangeSink.h"
#include "database/NativeErrors.h"
#include "database/ScopedConnection.h"
#include "database/SqlRecorder.h"

#include <QDateTime>
#include <QLocale>
#include <QSqlError>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** Of a statement that is sent as text. */
bool asksForRows(const QString &sql)
{
    return sql.startsWith("SELECT"_L1) || sql.startsWith("SHOW"_L1);
}

/** QMYSQL takes rows that a broken link has swallowed for a statement that has none. */
QSqlError lostLink()
{
    constexpr int lostInQuery = 2013;
    return QSqlError({}, {}, QSqlError::ConnectionError, QString::number(lostInQuery));
}

/**
 * The drivers take a null QString for NULL; for us it is empty text. SQLite takes U+FEFF at the
 * beginning for a byte order mark and drops it, so that it gets one to drop.
 */
QVariant boundText(const ScopedConnection &connection, const QString &text)
{
    const bool isMark = text.startsWith(QChar(QChar::ByteOrderMark)) ||
                        text.startsWith(QChar(QChar::ByteOrderSwapped));
    if (isMark && connection.isSqlite())
        return QChar(QChar::ByteOrderMark) + text;
    return text.isNull() ? u""_s : text;
}

} // namespace

Statement::Statement(ScopedConnection &connection)
    : m_connection(connection), m_query(connection.m_database)
{
    m_query.setForwardOnly(true);
}

Statement Statement::asText(ScopedConnection &connection, const QString &sql)
{
    Statement statement(connection);
    statement.m_text = sql;
    return statement;
}

Statement::Statement(ScopedConnection &connection, const QString &sql) : Statement(connection)
{
    if (!m_query.prepare(sql))
        fail();
}

Statement &Statement::bind(const Cell &value)
{
    m_query.bindValue(m_bound++, value ? boundText(m_connection, *value)
                                       : QVariant(QMetaType::fromType<QString>()));
    return *this;
}

Statement &Statement::bind(const QString &value)
{
    m_query.bindValue(m_bound++, boundText(m_connection, value));
    return *this;
}

Statement &Statement::bind(qint64 value)
{
    m_query.bindValue(m_bound++, value);
    return *this;
}

Statement &Statement::bindUtf8(const QByteArray &text)
{
    m_query.bindValue(m_bound++, text);
    return *this;
}

Statement &Statement::execute()
{
    // An interrupt that comes while nothing runs is lost, the token is not.
    m_connection.token().throwIfCancelled();
    executeUncancelled();
    // A killed statement can come back without an error, so that the token is asked as well.
    m_connection.token().throwIfCancelled();
    return *this;
}

Statement &Statement::executeUncancelled()
{
    m_bound = 0;
    if (m_text.isEmpty() ? !m_query.exec() : !m_query.exec(m_text))
        fail();
    if (!m_query.isSelect() && asksForRows(m_text)) {
        m_connection.token().throwIfCancelled();
        throw DatabaseError(nativeError(m_connection.m_profile, lostLink(), false));
    }
    if (m_connection.m_recorder)
        m_connection.m_recorder->record(m_query.lastQuery(), m_query.boundValues());
    if (m_query.isSelect())
        return *this;
    // Kept, since the sink may run statements of its own, of which SQLite would tell then.
    m_rowsAffected = m_query.numRowsAffected();
    if (m_connection.m_changeSink)
        m_connection.m_changeSink->ran(m_query.lastQuery(), m_rowsAffected);
    return *this;
}

void Statement::fail() const
{
    m_connection.token().throwIfCancelled();
    throw DatabaseError(nativeError(m_connection.m_profile, m_query.lastError(), true));
}

bool Statement::next()
{
    if (m_query.next())
        return true;
    // SQLite computes rows as they are asked for, so that an error may come this late.
    if (m_query.lastError().isValid())
        fail();
    return false;
}

Cell Statement::cell(int index) const
{
    const QVariant value = m_query.value(index);
    if (value.isNull())
        return std::nullopt;
    switch (value.typeId()) {
    case QMetaType::QString: return value.toString();
    case QMetaType::QByteArray: return bytesAsText(value.toByteArray());
    case QMetaType::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QMetaType::QDateTime: return value.toDateTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    default: return value.toString();
    }
}

QString Statement::text(int index) const
{
    return cell(index).value_or(QString());
}

qint64 Statement::integer(int index) const
{
    return m_query.value(index).toLongLong();
}

qint64 Statement::insertedNumber() const
{
    return m_query.lastInsertId().toLongLong();
}

} // namespace tagsmith
