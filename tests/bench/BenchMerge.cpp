// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Benchmarks.h"
#include "Measure.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include "database/ScopedConnection.h"
#include "database/Transaction.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/ResolveVocabulary.h"

#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int rounds = 3;
constexpr double allowedTime = 1.5;
constexpr auto sources = "2, 3, 4, 5, 6, 7, 8, 9, 10, 11"_L1;

/** Taggings as django-taggit keeps them: a million of 11 tags, 300,000 of 300 others. */
void makeTemplate(TestServer &server)
{
    NativeMariaDb session(server.socket(), u"bench"_s);
    session.execute(u"DROP TABLE IF EXISTS links, tags, links_template"_s);
    session.execute(
        u"CREATE TABLE links_template (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, tag_id INT NOT "
        "NULL, content_type_id INT NOT NULL, object_id INT NOT NULL, "
        "UNIQUE (content_type_id, object_id, tag_id), KEY (tag_id)) ENGINE=InnoDB"_s);
    // A tenth of the objects has several of the tags, as tags to be merged usually share some.
    session.execute(u"INSERT IGNORE INTO links_template (tag_id, content_type_id, object_id) "
                    "SELECT 1 + seq % 11, 1 + seq % 3, (seq * 48271) % 3000017 "
                    "FROM seq_1_to_900000"_s);
    session.execute(u"INSERT IGNORE INTO links_template (tag_id, content_type_id, object_id) "
                    "SELECT 1 + (seq * 7 + 3) % 11, 1 + seq % 3, (seq * 48271) % 3000017 "
                    "FROM seq_1_to_110000"_s);
    session.execute(u"INSERT IGNORE INTO links_template (tag_id, content_type_id, object_id) "
                    "SELECT 12 + seq % 300, 1 + seq % 3, (seq * 69621) % 3000017 "
                    "FROM seq_1_to_300000"_s);
}

void makeTables(TestServer &server)
{
    NativeMariaDb session(server.socket(), u"bench"_s);
    session.execute(u"DROP TABLE IF EXISTS links, tags"_s);
    session.execute(u"CREATE TABLE tags (id INT NOT NULL PRIMARY KEY, name VARCHAR(100) NOT NULL "
                    "UNIQUE) DEFAULT CHARSET utf8mb4"_s);
    session.execute(u"INSERT INTO tags SELECT seq, CONCAT('tag ', seq) FROM seq_1_to_400"_s);
    session.execute(u"CREATE TABLE links LIKE links_template"_s);
    session.execute(u"INSERT INTO links SELECT * FROM links_template"_s);
    session.execute(u"ALTER TABLE links ADD FOREIGN KEY (tag_id) REFERENCES tags (id)"_s);
    session.execute(u"ANALYZE TABLE links, tags"_s);
}

void mergeByHand(TestServer &server)
{
    const QString list = QString(sources);
    NativeMariaDb session(server.socket(), u"bench"_s);
    session.execute(u"START TRANSACTION"_s);
    session.execute(u"DELETE l FROM links AS l JOIN links AS k ON "
                    "k.content_type_id = l.content_type_id AND k.object_id = l.object_id AND "
                    "k.tag_id = 1 WHERE l.tag_id IN (%1)"_s.arg(list));
    session.execute(
        u"DELETE l FROM links AS l JOIN (SELECT content_type_id, object_id, MIN(id) AS kept FROM "
        "links WHERE tag_id IN (%1) GROUP BY content_type_id, object_id HAVING COUNT(*) > 1) AS k "
        "ON k.content_type_id = l.content_type_id AND k.object_id = l.object_id "
        "WHERE l.tag_id IN (%1) AND l.id <> k.kept"_s.arg(list));
    session.execute(u"UPDATE links SET tag_id = 1 WHERE tag_id IN (%1)"_s.arg(list));
    session.execute(u"DELETE FROM tags WHERE id IN (%1)"_s.arg(list));
    session.execute(u"COMMIT"_s);
}

void mergeWithTagsmith(TestServer &server)
{
    VocabularyMapping mapping;
    mapping.name = mapping.table = u"tags"_s;
    mapping.keyName = u"id"_s;
    mapping.nameName = u"name"_s;
    ScopedConnection connection(server.profile(u"bench"_s));
    const Vocabulary vocabulary =
        resolveVocabulary(readSchema(connection), mapping, Lacking::Refuse);
    Transaction transaction(connection, Transaction::Mode::Write);
    mergeTags(connection, vocabulary,
              {QString(sources).split(u", "_s), u"1"_s, false, TagAddress::Key});
    transaction.commit();
}

/** Both must have come to the same taggings, or the times say nothing. */
QString outcome(TestServer &server)
{
    NativeMariaDb session(server.socket(), u"bench"_s);
    return session
        .rows(u"SELECT CONCAT_WS(' ', COUNT(*), SUM(tag_id = 1), COUNT(DISTINCT tag_id), "
              "SUM(CRC32(CONCAT_WS(',', tag_id, content_type_id, object_id)))) FROM links"_s)
        .value(0)
        .value(0);
}

} // namespace

void benchMerge(TestServer &server)
{
    makeTemplate(server);
    Comparison comparison;
    comparison.what = u"merge 10 tags, a million taggings"_s;
    comparison.peer = u"the same by hand-written SQL"_s;
    comparison.budget = u"at most %1"_s.arg(allowedTime);
    QString ours;
    QString theirs;
    measureInTurn(
        rounds,
        [&] {
            makeTables(server);
            const double seconds = secondsOf([&] { mergeWithTagsmith(server); });
            ours = outcome(server);
            return seconds;
        },
        [&] {
            makeTables(server);
            const double seconds = secondsOf([&] { mergeByHand(server); });
            theirs = outcome(server);
            return seconds;
        },
        comparison);
    if (ours != theirs)
        qFatal("The merges differ: %s and %s.", qPrintable(ours), qPrintable(theirs));
    comparison.ratio = comparison.ours / comparison.theirs;
    comparison.isKept = comparison.ratio <= allowedTime;
    print(comparison);
}

} // namespace tagsmith
