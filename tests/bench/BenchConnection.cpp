// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Benchmarks.h"
#include "Measure.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include "database/ScopedConnection.h"

namespace tagsmith
{

namespace
{

constexpr int connectionsPerRound = 200;
constexpr int rounds = 5;
constexpr double allowedSeconds = 0.001;

} // namespace

void benchConnection(TestServer &server)
{
    const Profile profile = server.profile(QStringLiteral("bench"));
    Comparison comparison;
    comparison.what = QStringLiteral("a checked connection");
    comparison.peer = QStringLiteral("mysql_real_connect alone");
    comparison.budget = QStringLiteral("at most 1 ms");
    measureInTurn(
        rounds,
        [&profile] {
            return secondsOf([&profile] {
                       for (int i = 0; i < connectionsPerRound; ++i)
                           const ScopedConnection connection(profile);
                   }) /
                   connectionsPerRound;
        },
        [&server] {
            return secondsOf([&server] {
                       for (int i = 0; i < connectionsPerRound; ++i)
                           const NativeMariaDb session(server.socket(), QStringLiteral("bench"));
                   }) /
                   connectionsPerRound;
        },
        comparison);
    comparison.ratio = comparison.ours / comparison.theirs;
    comparison.isKept = comparison.ours <= allowedSeconds;
    print(comparison);
}

} // namespace tagsmith
