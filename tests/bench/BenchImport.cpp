// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Benchmarks.h"
#include "Measure.h"
#include "SampleFile.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include <QStringList>
#include <QTemporaryDir>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int importRows = 200'000;
constexpr int rounds = 5;
constexpr double allowedRate = 0.5;

void makeEmptyTable(TestServer &server)
{
    NativeMariaDb session(server.socket(), u"bench"_s);
    session.execute(u"DROP TABLE IF EXISTS tags"_s);
    session.execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, description TEXT) "
                    "DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci"_s);
}

} // namespace

void benchImport(TestServer &server)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"tags.csv"_s);
    writeSampleFile(file, importRows);

    Comparison comparison;
    comparison.what = u"tagsmith import, 200,000 rows"_s;
    comparison.peer = u"LOAD DATA LOCAL INFILE"_s;
    comparison.budget = u"rate at least %1"_s.arg(allowedRate);
    const QString url = server.profile(u"bench"_s).toUrl();
    const QString load =
        u"LOAD DATA LOCAL INFILE '%1' INTO TABLE tags CHARACTER SET utf8mb4 FIELDS "
        "TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' IGNORE 1 LINES"_s.arg(file);
    measureInTurn(
        rounds,
        [&] {
            makeEmptyTable(server);
            return secondsOf([&] {
                runProgram(QStringLiteral(TAGSMITH_BINARY), {u"--db"_s, url, u"import"_s, file});
            });
        },
        [&] {
            makeEmptyTable(server);
            return secondsOf([&] {
                runProgram(u"mariadb"_s, {u"--no-defaults"_s, u"--local-infile=1"_s, u"-uroot"_s,
                                          u"-S"_s, server.socket(), u"bench"_s, u"-e"_s, load});
            });
        },
        comparison);
    comparison.ratio = comparison.theirs / comparison.ours; // of the rates
    comparison.isKept = comparison.ratio >= allowedRate;
    print(comparison);
}

} // namespace tagsmith
