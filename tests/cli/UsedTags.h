// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/TestDatabase.h"

namespace tagsmith
{

/** `tags` with a description, and `post_tags`: three taggings of Python and one of FastAPI. */
inline void createUsedTags(const TestDatabase &db)
{
    // Without rowids the journal names the rows by this key on both engines.
    db.execute(QStringLiteral("CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, "
                              "description TEXT NULL)%1")
                   .arg(TestDatabase::isMariaDb() ? QString() : QStringLiteral(" WITHOUT ROWID")));
    db.execute(
        QStringLiteral("CREATE TABLE post_tags (post INT NOT NULL, tag VARCHAR(190) NOT NULL, "
                       "PRIMARY KEY (post, tag), FOREIGN KEY (tag) REFERENCES tags (tag_id))"));
    db.insertTags({QStringLiteral("Python"), QStringLiteral("FastAPI"), QStringLiteral("Qt")});
    db.execute(QStringLiteral("INSERT INTO post_tags VALUES (1, 'Python'), (2, 'Python'), "
                              "(3, 'Python'), (1, 'FastAPI')"));
}

/** Every row of both tables. */
inline QStringList usedTagsState(const TestDatabase &db)
{
    const auto tags = db.rows(
        QStringLiteral("SELECT tag_id, COALESCE(description, 'NULL') FROM tags ORDER BY tag_id"));
    const auto taggings =
        db.rows(QStringLiteral("SELECT post, tag FROM post_tags ORDER BY post, tag"));
    const auto all = tags + taggings;
    QStringList lines;
    for (const QStringList &row : all)
        lines << row.join(u'|');
    return lines;
}

} // namespace tagsmith
