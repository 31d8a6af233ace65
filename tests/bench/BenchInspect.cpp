// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Benchmarks.h"
#include "Measure.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include "database/ScopedConnection.h"
#include "vocabulary/FindVocabularies.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int tables = 500;
constexpr int rounds = 5;
constexpr double allowedSeconds = 1.0;

/** A shop of the usual kind: every tenth table could be a vocabulary, every other one links. */
void fill(TestServer &server)
{
    NativeMariaDb(server.socket()).execute(u"CREATE DATABASE bench_inspect"_s);
    NativeMariaDb session(server.socket(), u"bench_inspect"_s);
    for (int i = 0; i < tables; ++i) {
        const QString number = QString::number(i);
        const QString vocabulary = QString::number(i - i % 10);
        QString sql = u"CREATE TABLE t%1 (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, "
                      "owner_id INT NOT NULL, t%2_id INT, title VARCHAR(120), body TEXT, "
                      "created_at DATETIME, state VARCHAR(20), size INT, "
                      "UNIQUE (owner_id, t%2_id)"_s.arg(number, vocabulary);
        if (i % 10 == 0)
            sql += u", name VARCHAR(80) NOT NULL UNIQUE"_s;
        else if (i % 2 == 0)
            sql += u", FOREIGN KEY (t%1_id) REFERENCES t%1 (id)"_s.arg(vocabulary);
        session.execute(sql + u')');
        session.execute(u"INSERT INTO t%1 (owner_id, t%2_id%3) VALUES (1, %4%5)"_s.arg(
            number, vocabulary, i % 10 == 0 ? u", name"_s : QString(),
            i % 10 == 0 || i % 2 == 1 ? u"1"_s : u"NULL"_s, i % 10 == 0 ? u", 'a'"_s : QString()));
    }
}

} // namespace

void benchInspect(TestServer &server)
{
    fill(server);
    const Profile profile = server.profile(u"bench_inspect"_s);
    Comparison comparison;
    comparison.what = u"inspecting 500 tables"_s;
    comparison.peer = u"mariadb-dump --no-data"_s;
    comparison.budget = u"at most 1 s"_s;
    measureInTurn(
        rounds,
        [&profile] {
            return secondsOf([&profile] {
                ScopedConnection connection(profile);
                if (findVocabularies(connection).size() != tables / 10)
                    qFatal("Not every table with a unique text column was found.");
            });
        },
        [&server] {
            return secondsOf([&server] {
                runProgram(u"mariadb-dump"_s,
                           {u"--no-defaults"_s, u"--user=root"_s, u"--socket="_s + server.socket(),
                            u"--no-data"_s, u"--result-file=/dev/null"_s, u"bench_inspect"_s});
            });
        },
        comparison);
    comparison.ratio = comparison.ours / comparison.theirs;
    comparison.isKept = comparison.ours <= allowedSeconds;
    print(comparison);
}

} // namespace tagsmith
