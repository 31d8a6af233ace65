// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Profile.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace tagsmith
{

/**
 * The database `test_db` of one case, on the engine that the environment names:
 * TAGSMITH_TEST_ENGINE is `sqlite` (also where it is not set) or `mariadb`. The MariaDB server is
 * the one in TAGSMITH_TEST_SERVER_DIR; where that is not set, a private one is started for this
 * process. SQL given here runs on a session of its own that is closed before the call returns.
 */
class TestDatabase
{
public:
    TestDatabase();
    /** Tears down what is there. */
    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    static bool isMariaDb();

    /** Makes an empty test_db; what was there under this name is gone. */
    void build();
    void tearDown();

    /** How Tagsmith reaches test_db. */
    Profile profile() const;
    /** The same for `--db`. */
    QString url() const { return profile().toUrl(); }
    /** MariaDB: the server's socket. */
    QString socket() const;
    /** SQLite: the file. */
    QString file() const;

    /** Runs one statement as another program would. */
    void execute(const QString &sql) const;
    /** Every row as text; NULL comes as a null QString. */
    QList<QStringList> rows(const QString &sql) const;
    /** The first column of @p sql, as the rows come. */
    QStringList column(const QString &sql) const;
    /** The single number that @p sql yields. */
    qint64 number(const QString &sql) const;

    /** `tags(tag_id VARCHAR(190) PRIMARY KEY)`, made by somebody else's program. */
    void createMinimalTable() const;
    /** Inserts @p names into the column tag_id of `tags`, as somebody else's program would. */
    void insertTags(const QStringList &names) const;
    /** The names in `tags`, in binary order. */
    QStringList tags() const;

private:
    QTemporaryDir m_folder; ///< holds the SQLite file
    bool m_built = false;
};

} // namespace tagsmith
