// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Benchmarks.h"
#include "Measure.h"
#include "support/AnswerOf.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include "async/DatabaseExecutor.h"
#include "repository/TagRepository.h"

#include <QStringList>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int rounds = 3;
constexpr double allowedTime = 1.5;

void makeTenMillionTaggings(TestServer &server)
{
    NativeMariaDb session(server.socket(), u"bench"_s);
    session.execute(u"DROP TABLE IF EXISTS used_taggings"_s);
    session.execute(u"DROP TABLE IF EXISTS used_tags"_s);
    session.execute(u"CREATE TABLE used_tags (id INT PRIMARY KEY, name VARCHAR(100) UNIQUE)"_s);
    session.execute(u"CREATE TABLE used_taggings (tag_id INT NOT NULL, object_id INT NOT NULL, "
                    "PRIMARY KEY (tag_id, object_id), "
                    "FOREIGN KEY (tag_id) REFERENCES used_tags (id))"_s);
    session.execute(u"INSERT INTO used_tags SELECT seq, CONCAT('tag-', seq) FROM seq_1_to_10000"_s);
    session.execute(u"INSERT INTO used_taggings SELECT t.seq, o.seq FROM seq_1_to_10000 AS t, "
                    "seq_1_to_1000 AS o"_s);
}

} // namespace

void benchUses(TestServer &server)
{
    makeTenMillionTaggings(server);
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const auto source = answerOf(repository.open(server.profile(u"bench"_s), u"used_tags"_s));
    if (!source)
        qFatal("%s", qPrintable(source.error().message));

    Comparison comparison;
    comparison.what = u"count ten million taggings"_s;
    comparison.peer = u"mariadb -e 'SELECT … GROUP BY …'"_s;
    comparison.budget = u"time at most %1"_s.arg(allowedTime);
    measureInTurn(
        rounds,
        [&] {
            return secondsOf([&] {
                const auto counts = answerOf(repository.countUses(*source));
                if (!counts || counts->byKey.size() != 10'000)
                    qFatal("The uses were not counted.");
            });
        },
        [&] {
            return secondsOf([&] {
                runProgram(u"mariadb"_s,
                           {u"--no-defaults"_s, u"-uroot"_s, u"-S"_s, server.socket(), u"bench"_s,
                            u"-e"_s,
                            u"SELECT tag_id, COUNT(*) FROM used_taggings GROUP BY tag_id"_s});
            });
        },
        comparison);
    comparison.ratio = comparison.ours / comparison.theirs;
    comparison.isKept = comparison.ratio <= allowedTime;
    print(comparison);
}

} // namespace tagsmith
