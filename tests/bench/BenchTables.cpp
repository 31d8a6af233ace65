// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BenchTables.h"

#include "support/NativeMariaDb.h"
#include "support/NativeSqlite.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

bool isSqlite(const Profile &profile)
{
    return profile.driver == Driver::Sqlite;
}

/** For FROM: the column seq with the numbers from 1 to @p last. */
QString numbersTo(const Profile &profile, int last)
{
    return (isSqlite(profile)
                ? u"(WITH RECURSIVE n(seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM n WHERE "
                  "seq < %1) SELECT seq FROM n) AS numbers"_s
                : u"seq_1_to_%1"_s)
        .arg(last);
}

QString nameOfNumber(const Profile &profile)
{
    return isSqlite(profile) ? u"'tag ' || seq"_s : u"CONCAT('tag ', seq)"_s;
}

void makeTable(const Profile &profile, const QString &definition)
{
    executeNatively(profile, u"CREATE TABLE "_s + definition +
                                 (isSqlite(profile) ? QString()
                                                    : u" DEFAULT CHARSET utf8mb4 COLLATE "
                                                      "utf8mb4_general_ci ENGINE=InnoDB"_s));
}

void dropTables(const Profile &profile)
{
    executeNatively(profile, u"DROP TABLE IF EXISTS links"_s);
    executeNatively(profile, u"DROP TABLE IF EXISTS tags"_s);
}

} // namespace

void executeNatively(const Profile &profile, const QString &sql)
{
    if (isSqlite(profile))
        NativeSqlite(profile.path).execute(sql);
    else
        NativeMariaDb(profile.socket, profile.database).execute(sql);
}

void makeTagsToEdit(const Profile &profile)
{
    dropTables(profile);
    makeTable(profile, u"tags (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL UNIQUE, "
                       "note TEXT)"_s);
    executeNatively(profile,
                    u"INSERT INTO tags SELECT seq, %1, 'x' FROM "_s.arg(nameOfNumber(profile)) +
                        numbersTo(profile, 100'000));
}

void makeEmptyTags(const Profile &profile)
{
    dropTables(profile);
    makeTable(profile, u"tags (tag_id VARCHAR(190) NOT NULL PRIMARY KEY, description TEXT)"_s);
}

void makeTaggings(const Profile &profile)
{
    dropTables(profile);
    makeTable(profile, u"tags (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL "
                       "UNIQUE)"_s);
    executeNatively(profile, u"INSERT INTO tags SELECT seq, %1 FROM "_s.arg(nameOfNumber(profile)) +
                                 numbersTo(profile, 400));
    makeTable(profile, u"links (id INTEGER NOT NULL PRIMARY KEY, tag_id INTEGER NOT NULL, "
                       "object_id INTEGER NOT NULL, UNIQUE (object_id, tag_id), "
                       "FOREIGN KEY (tag_id) REFERENCES tags (id))"_s);
    executeNatively(profile, u"CREATE INDEX links_tag ON links (tag_id)"_s);
    executeNatively(profile, u"INSERT INTO links SELECT seq, 1 + seq % 2, seq - seq % 2 + "
                             "(seq % 20 < 18) * (seq % 2) FROM "_s +
                                 numbersTo(profile, 1'000'000));
    executeNatively(profile, isSqlite(profile) ? u"ANALYZE"_s : u"ANALYZE TABLE links, tags"_s);
}

} // namespace tagsmith
