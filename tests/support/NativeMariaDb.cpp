// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/NativeMariaDb.h"

#include "core/Utf8Text.h"

#include <QFile>

#include <mysql.h>

namespace tagsmith
{

namespace
{

constexpr unsigned int connectTimeoutSeconds = 30;

st_mysql *connected(const QString &socket, const QString &database, const QString &user)
{
    MYSQL *handle = mysql_init(nullptr);
    mysql_options(handle, MYSQL_OPT_CONNECT_TIMEOUT, &connectTimeoutSeconds);
    mysql_options(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    const QByteArray path = QFile::encodeName(socket);
    const QByteArray schema = database.toUtf8();
    // The result is asked of mysql_errno(), so that a failure can be told.
    mysql_real_connect(handle, nullptr, user.toUtf8().constData(), nullptr,
                       schema.isEmpty() ? nullptr : schema.constData(), 0, path.constData(), 0);
    return handle;
}

} // namespace

NativeMariaDb::NativeMariaDb(const QString &socket, const QString &database, const QString &user)
    : m_handle(connected(socket, database, user))
{
    if (mysql_errno(m_handle) != 0)
        fail(socket);
}

NativeMariaDb::~NativeMariaDb()
{
    mysql_close(m_handle);
}

void NativeMariaDb::execute(const QString &sql)
{
    rows(sql);
}

QList<QStringList> NativeMariaDb::rows(const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    if (mysql_real_query(m_handle, text.constData(), static_cast<unsigned long>(text.size())) != 0)
        fail(sql);
    MYSQL_RES *result = mysql_store_result(m_handle);
    if (!result) {
        if (mysql_errno(m_handle) != 0)
            fail(sql);
        return {};
    }
    QList<QStringList> found;
    const unsigned int width = mysql_num_fields(result);
    while (MYSQL_ROW row = mysql_fetch_row(result)) {
        const unsigned long *lengths = mysql_fetch_lengths(result);
        QStringList cells;
        for (unsigned int i = 0; i < width; ++i) {
            cells << (row[i] ? utf8Text({row[i], static_cast<qsizetype>(lengths[i])}) : QString());
        }
        found << cells;
    }
    mysql_free_result(result);
    return found;
}

bool NativeMariaDb::answers(const QString &socket)
{
    if (!QFile::exists(socket))
        return false;
    MYSQL *handle = connected(socket, {}, QStringLiteral("root"));
    const bool ready = mysql_errno(handle) == 0;
    mysql_close(handle);
    return ready;
}

void NativeMariaDb::fail(const QString &what) const
{
    qFatal("%s: %s", qPrintable(what), mysql_error(m_handle));
}

} // namespace tagsmith
