// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/SqliteInsert.h"

#include "core/Error.h"
#include "database/ChangeSink.h"
#include "database/NativeErrors.h"
#include "database/ScopedConnection.h"
#include "database/TableShape.h"

#include <QSqlError>

#include <sqlite3.h>

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

SqliteInsert::SqliteInsert(ScopedConnection &connection, const QString &sql)
    : m_connection(connection), m_handle(connection.sqliteHandle()), m_sql(sql),
      m_encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless)
{
    const QByteArray text = sql.toUtf8();
    const int status = sqlite3_prepare_v3(m_handle, text.constData(), static_cast<int>(text.size()),
                                          SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (status != SQLITE_OK)
        fail(status);
    m_texts.resize(static_cast<size_t>(sqlite3_bind_parameter_count(m_statement)));
}

SqliteInsert::~SqliteInsert()
{
    sqlite3_finalize(m_statement);
}

void SqliteInsert::bind(const Cell &value)
{
    ++m_bound;
    if (value)
        bindText(*value);
    else
        sqlite3_bind_null(m_statement, m_bound);
}

void SqliteInsert::bindText(const QString &text)
{
    QByteArray &bytes = m_texts[static_cast<size_t>(m_bound - 1)];
    const qsizetype most = m_encoder.requiredSpace(text.size());
    if (bytes.size() < most)
        bytes.resize(most); // it never shrinks, so that most rows take no memory
    const char *end = m_encoder.appendToBuffer(bytes.data(), text);
    if (m_encoder.hasError()) { // half of a surrogate pair, which only UTF-16 can tell of
        m_encoder.resetState();
        sqlite3_bind_text16(m_statement, m_bound, text.utf16(),
                            static_cast<int>(text.size() * qsizetype(sizeof(QChar))),
                            SQLITE_TRANSIENT);
        return;
    }
    sqlite3_bind_text64(m_statement, m_bound, bytes.constData(),
                        static_cast<sqlite3_uint64>(end - bytes.constData()), SQLITE_STATIC,
                        SQLITE_UTF8);
}

void SqliteInsert::execute()
{
    m_bound = 0;
    sqlite3_step(m_statement);
    const int status = sqlite3_reset(m_statement);
    if (status != SQLITE_OK)
        fail(status);
    if (sqlite3_changes(m_handle) > 0) // a trigger may have ignored the row
        m_rowids.push_back(sqlite3_last_insert_rowid(m_handle));
}

std::vector<qint64> SqliteInsert::takeRowids()
{
    m_connection.token().throwIfCancelled();
    if (ChangeSink *sink = m_connection.changeSink())
        sink->ran(m_sql, static_cast<qint64>(m_rowids.size()));
    return std::exchange(m_rowids, {});
}

void SqliteInsert::fail(int status) const
{
    m_connection.token().throwIfCancelled();
    const QString text = QString::fromUtf8(sqlite3_errmsg(m_handle));
    const QSqlError error({}, text, QSqlError::StatementError, QString::number(status));
    throw DatabaseError(nativeError(m_connection.m_profile, error, true));
}

QString SqliteInsert::rowidName(ScopedConnection &connection, const QString &table)
{
    const std::optional<TableShape> shape = readTableShape(connection, table);
    for (const QString &name : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
        if (!shape || !shape->find(name).isEmpty())
            continue;
        // SQLite knows such a column of a table that has rowids, and of no other.
        const int status = sqlite3_table_column_metadata(
            connection.sqliteHandle(), nullptr, table.toUtf8().constData(),
            name.toLatin1().constData(), nullptr, nullptr, nullptr, nullptr, nullptr);
        return status == SQLITE_OK ? name : QString();
    }
    return {};
}

} // namespace tagsmith
