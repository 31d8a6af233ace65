// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Benchmarks.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include "database/DriverAnchor.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const tagsmith::DriverAnchor anchor;
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    const auto isWanted = [&wanted](const QString &name) {
        return wanted.isEmpty() || wanted.contains(name);
    };

    const QTemporaryDir folder(u"/tmp/tagsmith-bench-XXXXXX"_s);
    tagsmith::TestServerOptions options;
    // Both sides of a comparison get the same server, large enough to hold the data.
    options.moreArguments = {u"--innodb-buffer-pool-size=512M"_s, u"--innodb-log-file-size=256M"_s,
                             u"--local-infile=1"_s};
    tagsmith::TestServer server(folder.filePath(u"server"_s), options);
    if (!server.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(server.error()));
        return 1;
    }
    tagsmith::NativeMariaDb(server.socket()).execute(u"CREATE DATABASE bench"_s);

    std::printf("%-34s %12s   %-34s %12s   %6s   %s\n", "what", "median", "peer", "median", "ratio",
                "budget");
    if (isWanted(u"connection"_s))
        tagsmith::benchConnection(server);
    // "journal" means all of its parts, and "journal-sqlite" and "…-edit" theirs.
    const auto isPartWanted = [&wanted](const QString &part) {
        return wanted.isEmpty() ||
               std::any_of(wanted.begin(), wanted.end(),
                           [&part](const QString &name) { return part.startsWith(name); });
    };
    const auto isAnyPartWanted = [&wanted](QLatin1StringView parts) {
        return wanted.isEmpty() ||
               std::any_of(wanted.begin(), wanted.end(),
                           [parts](const QString &name) { return name.startsWith(parts); });
    };
    if (isAnyPartWanted("import"_L1))
        tagsmith::benchImport(server, isPartWanted);
    if (isAnyPartWanted("journal"_L1))
        tagsmith::benchJournal(server, isPartWanted);
    if (isWanted(u"load"_s))
        tagsmith::benchLoad(server);
    if (isWanted(u"merge"_s))
        tagsmith::benchMerge(server);
    if (isWanted(u"uses"_s))
        tagsmith::benchUses(server);
    if (isWanted(u"inspect"_s))
        tagsmith::benchInspect(server);
    return 0;
}
