// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Benchmarks.h"
#include "Measure.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include "async/DatabaseExecutor.h"
#include "repository/TagRepository.h"

#include <QEventLoop>
#include <QStringList>

#include <optional>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int rounds = 5;
constexpr double allowedTime = 3.0;

/** Waits in an event loop, as the window does. */
template <class T>
T answerOf(const Pending<T> &pending)
{
    QEventLoop loop;
    std::optional<T> answer;
    whenDone(&loop, pending, [&](const Result<T> &result) {
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        answer = *result;
        loop.quit();
    });
    loop.exec();
    return *answer;
}

void makeMillionTags(TestServer &server)
{
    NativeMariaDb session(server.socket(), u"bench"_s);
    session.execute(u"DROP TABLE IF EXISTS tags"_s);
    session.execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, description TEXT) "
                    "DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci"_s);
    session.execute(
        u"INSERT INTO tags SELECT CONCAT('tag-', LPAD(seq, 8, '0')), "
        "RPAD(CONCAT('the description of tag number ', seq, ' '), 60, 'x') FROM seq_1_to_1000000"_s);
}

} // namespace

void benchLoad(TestServer &server)
{
    makeMillionTags(server);
    DatabaseExecutor executor;
    TagRepository repository(executor);
    const Profile profile = server.profile(u"bench"_s);
    const TagSource source = answerOf(repository.open(profile));

    Comparison comparison;
    comparison.what = u"load a million tags"_s;
    comparison.peer = u"mariadb -e 'SELECT …' >/dev/null"_s;
    comparison.budget = u"time at most %1"_s.arg(allowedTime);
    size_t bytes = 0;
    measureInTurn(
        rounds,
        [&] { return secondsOf([&] { bytes = answerOf(repository.load(source))->memoryUse(); }); },
        [&] {
            return secondsOf([&] {
                runProgram(u"mariadb"_s,
                           {u"--no-defaults"_s, u"-uroot"_s, u"-S"_s, server.socket(), u"bench"_s,
                            u"-e"_s, u"SELECT tag_id, description FROM tags"_s});
            });
        },
        comparison);
    comparison.ratio = comparison.ours / comparison.theirs;
    comparison.isKept = comparison.ratio <= allowedTime;
    print(comparison);
    std::printf("%-34s %9.1f bytes for each tag\n", "memory of the snapshot",
                static_cast<double>(bytes) / 1e6);
}

} // namespace tagsmith
