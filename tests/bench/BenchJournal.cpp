// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BenchTables.h"
#include "Benchmarks.h"
#include "JournalBench.h"
#include "SampleFile.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include "database/ScopedConnection.h"
#include "vocabulary/ImportTags.h"
#include "vocabulary/MergeTags.h"
#include "vocabulary/SetTag.h"

#include <QTemporaryDir>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int edits = 300;
constexpr int importRows = 200'000;
constexpr double allowedForEdits = 1.5;
constexpr double allowedForMerges = 2.0;

std::vector<JournalCase> casesWith(const QString &file)
{
    const auto edit = [edited = 0](ScopedConnection &connection,
                                   const Vocabulary &vocabulary) mutable {
        const QString name = u"tag %1"_s.arg(1 + edited++ % 50'000);
        setTag(connection, vocabulary, {name, {{u"note"_s, u"changed"_s}}});
    };
    const auto import = [file](ScopedConnection &connection, const Vocabulary &vocabulary) {
        ImportRequest request;
        request.source.path = file;
        importTags(connection, vocabulary, request, [](const Progress &) {});
    };
    const auto merge = [](ScopedConnection &connection, const Vocabulary &vocabulary) {
        mergeTags(connection, vocabulary, {{u"2"_s}, u"1"_s, false, TagAddress::Key});
    };
    return {
        {u"edit"_s, u"300 edits"_s, makeTagsToEdit, edit, edits, allowedForEdits},
        {u"import"_s, u"import of 200,000 rows"_s, makeEmptyTags, import, 1, allowedForEdits},
        {u"merge"_s, u"merge of 500,000 uses"_s, makeTaggings, merge, 1, allowedForMerges},
    };
}

} // namespace

void benchJournal(TestServer &server, const std::function<bool(const QString &)> &isWanted)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"tags.csv"_s);
    writeSampleFile(file, importRows);
    const std::vector<JournalCase> cases = casesWith(file);
    Profile sqlite;
    sqlite.driver = Driver::Sqlite;
    sqlite.path = folder.filePath(u"bench.db"_s);
    sqlite.createFile = true;

    // A commit waits for the disk, as it does on a server that is not made for tests.
    NativeMariaDb session(server.socket());
    session.execute(u"SET GLOBAL innodb_flush_log_at_trx_commit = 1"_s);
    for (const Profile &profile : {server.profile(u"bench"_s), sqlite}) {
        JournalBench bench(profile);
        const QString engine = profile.driver == Driver::Sqlite ? u"sqlite"_s : u"mariadb"_s;
        for (const JournalCase &each : cases) {
            const QString name = u"journal-%1-"_s.arg(engine);
            if (isWanted(name + each.part))
                bench.compare(each);
            if (isWanted(name + u"undo-"_s + each.part))
                bench.compareUndo(each);
        }
    }
    session.execute(u"SET GLOBAL innodb_flush_log_at_trx_commit = 0"_s);
}

} // namespace tagsmith
