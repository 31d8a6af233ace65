// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/NativeSqlite.h"

#include "core/Utf8Text.h"
#include "database/SqliteCollations.h"

#include <QFile>

#include <sqlite3.h>

namespace tagsmith
{

namespace
{

constexpr int busyTimeoutMs = 5000;

} // namespace

NativeSqlite::NativeSqlite(const QString &path)
{
    if (sqlite3_open(QFile::encodeName(path).constData(), &m_handle) != SQLITE_OK)
        fail(path);
    sqlite3_busy_timeout(m_handle, busyTimeoutMs);
    addApplicationCollations(m_handle); // for the tables of applications that have their own
    execute(QStringLiteral("PRAGMA synchronous = OFF")); // of this session: a test may lose power
}

NativeSqlite::~NativeSqlite()
{
    sqlite3_close(m_handle);
}

void NativeSqlite::execute(const QString &sql)
{
    rows(sql);
}

QList<QStringList> NativeSqlite::rows(const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray text = sql.toUtf8();
    if (sqlite3_prepare_v2(m_handle, text.constData(), -1, &statement, nullptr) != SQLITE_OK)
        fail(sql);
    QList<QStringList> found;
    int outcome = sqlite3_step(statement);
    for (; outcome == SQLITE_ROW; outcome = sqlite3_step(statement)) {
        QStringList cells;
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const auto *cell = reinterpret_cast<const char *>(sqlite3_column_text(statement, i));
            cells << (cell ? utf8Text({cell, sqlite3_column_bytes(statement, i)}) : QString());
        }
        found << cells;
    }
    if (outcome != SQLITE_DONE)
        fail(sql);
    sqlite3_finalize(statement);
    return found;
}

void NativeSqlite::fail(const QString &what) const
{
    qFatal("%s: %s", qPrintable(what), sqlite3_errmsg(m_handle));
}

} // namespace tagsmith
