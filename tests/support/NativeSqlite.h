// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

struct sqlite3;

namespace tagsmith
{

/**
 * An SQLite file through SQLite's C interface, beside Tagsmith's own connection classes and Qt's.
 * Closed by the destructor. A failure ends the test program with SQLite's sentence.
 */
class NativeSqlite
{
public:
    /** Opens @p path and makes it where it is missing. */
    explicit NativeSqlite(const QString &path);
    ~NativeSqlite();
    Q_DISABLE_COPY_MOVE(NativeSqlite)

    void execute(const QString &sql);
    /** Every row as text; NULL comes as a null QString. */
    QList<QStringList> rows(const QString &sql);

private:
    [[noreturn]] void fail(const QString &what) const;

    sqlite3 *m_handle = nullptr;
};

} // namespace tagsmith
