// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

struct st_mysql;

namespace tagsmith
{

/**
 * A session on a MariaDB server through the client library's C interface, beside Tagsmith's own
 * connection classes and Qt's, so that a test sees the server with other eyes. Closed by the
 * destructor. A failure ends the test program with the server's sentence.
 */
class NativeMariaDb
{
public:
    /** Connects over the Unix socket @p socket; @p database may be empty. */
    explicit NativeMariaDb(const QString &socket, const QString &database = {},
                           const QString &user = QStringLiteral("root"));
    ~NativeMariaDb();
    Q_DISABLE_COPY_MOVE(NativeMariaDb)

    void execute(const QString &sql);
    /** Every row as text; NULL comes as a null QString. */
    QList<QStringList> rows(const QString &sql);

    /** Whether a server answers on @p socket. */
    static bool answers(const QString &socket);

private:
    [[noreturn]] void fail(const QString &what) const;

    st_mysql *m_handle;
};

} // namespace tagsmith
