// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Benchmarks.h"
#include "Measure.h"
#include "PeakMemory.h"
#include "SampleFile.h"
#include "support/NativeMariaDb.h"
#include "support/TestServer.h"

#include "vocabulary/PreviewImport.h"

#include <QFile>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdio>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int importRows = 1'000'000;
constexpr int gigabyteRows = 11'900'000; ///< of SampleFile: 1 GB
constexpr int rounds = 5;
constexpr int pageRows = 200;
constexpr double allowedRate = 0.7;
constexpr double allowedPreview = 1.0;
constexpr double allowedPageSeconds = 0.2;
constexpr qint64 allowedKilobytes = 300 * 1024;

const QString &program()
{
    static const QString path = QStringLiteral(TAGSMITH_BINARY);
    return path;
}

/** One engine: an empty table to import into, and the peer's own way to do it. */
struct Engine
{
    QString name; ///< of the part
    QString url;
    QString peer;
    std::function<void()> makeEmptyTable; ///< and an empty journal
    std::function<void(const QString &file)> load;
};

Engine mariaDb(TestServer &server)
{
    const QString url = server.profile(u"bench"_s).toUrl();
    const auto make = [&server, url] {
        NativeMariaDb session(server.socket(), u"bench"_s);
        session.execute(u"DROP TABLE IF EXISTS tags"_s);
        session.execute(u"CREATE TABLE tags (tag_id VARCHAR(190) PRIMARY KEY, description TEXT) "
                        "DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci"_s);
        runProgram(program(), {u"--db"_s, url, u"init"_s});
        session.execute(u"TRUNCATE tagsmith_change"_s);
        session.execute(u"DELETE FROM tagsmith_operation"_s);
    };
    const auto load = [&server](const QString &file) {
        const QString sql =
            u"LOAD DATA LOCAL INFILE '%1' INTO TABLE tags CHARACTER SET utf8mb4 FIELDS "
            "TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' IGNORE 1 LINES"_s.arg(file);
        runProgram(u"mariadb"_s, {u"--no-defaults"_s, u"--local-infile=1"_s, u"-uroot"_s, u"-S"_s,
                                  server.socket(), u"bench"_s, u"-e"_s, sql});
    };
    return {u"mariadb"_s, url, u"LOAD DATA LOCAL INFILE"_s, make, load};
}

Engine sqlite(const QString &folder)
{
    const QString path = folder + u"/bench.db"_s;
    const QString url = u"sqlite:"_s + path;
    const auto make = [path, url] {
        QFile::remove(path);
        runProgram(u"sqlite3"_s,
                   {path, u"CREATE TABLE tags (tag_id TEXT PRIMARY KEY, description TEXT)"_s});
        runProgram(program(), {u"--db"_s, url, u"init"_s});
    };
    const auto load = [path](const QString &file) {
        runProgram(u"sqlite3"_s,
                   {path, u".mode csv"_s, u".import --skip 1 \"%1\" tags"_s.arg(file)});
    };
    return {u"sqlite"_s, url, u"sqlite3 .import"_s, make, load};
}

void compareWithLoad(const Engine &engine, const QString &file)
{
    Comparison comparison;
    comparison.what = u"import, 1 million rows, %1"_s.arg(engine.name);
    comparison.peer = engine.peer;
    comparison.budget = u"rate at least %1"_s.arg(allowedRate);
    measureInTurn(
        rounds,
        [&] {
            engine.makeEmptyTable();
            return secondsOf([&] {
                runProgram(program(), {u"--db"_s, engine.url, u"import"_s, file});
            });
        },
        [&] {
            engine.makeEmptyTable();
            return secondsOf([&] { engine.load(file); });
        },
        comparison);
    comparison.ratio = comparison.theirs / comparison.ours; // of the rates
    comparison.isKept = comparison.ratio >= allowedRate;
    print(comparison);
}

/** The dry run that writes down what becomes of every line, and the import itself. */
void comparePreview(const Engine &engine, const QString &file, const QString &report)
{
    Comparison comparison;
    comparison.what = u"preview of all, %1"_s.arg(engine.name);
    comparison.peer = u"the import"_s;
    comparison.budget = u"at most %1"_s.arg(allowedPreview);
    const auto import = [&](const QStringList &options) {
        engine.makeEmptyTable();
        return secondsOf([&] {
            runProgram(program(), QStringList{u"--db"_s, engine.url, u"import"_s, file} + options);
        });
    };
    measureInTurn(
        rounds,
        [&] {
            QFile::remove(report);
            return import({u"--dry-run"_s, u"--report"_s, report});
        },
        [&] { return import({}); }, comparison);
    comparison.ratio = comparison.ours / comparison.theirs;
    comparison.isKept = comparison.ratio <= allowedPreview;
    print(comparison);
}

Vocabulary tagsOfSample()
{
    Vocabulary vocabulary;
    vocabulary.table = u"tags"_s;
    for (const QString &name : {u"tag_id"_s, u"description"_s}) {
        Column column;
        column.name = name;
        vocabulary.columns.push_back(column);
    }
    return vocabulary;
}

void measureFirstPage(const QString &what, const QString &file)
{
    ImportSource source;
    source.path = file;
    Comparison comparison;
    comparison.what = u"first page of %1"_s.arg(what);
    comparison.budget = u"at most 200 ms"_s;
    const auto page = [&] {
        return secondsOf([&] { previewImport(tagsOfSample(), source, pageRows, {headOfFile}); });
    };
    measureInTurn(
        rounds, page, [] { return allowedPageSeconds; }, comparison);
    comparison.ratio = comparison.ours / comparison.theirs;
    comparison.isKept = comparison.ours <= allowedPageSeconds;
    print(comparison);
}

void measureMemory(const Engine &engine, const QString &file, const QStringList &options)
{
    engine.makeEmptyTable();
    const qint64 peak = peakMemoryOf(program(), QStringList{u"--db"_s, engine.url, u"import"_s} +
                                                    options + QStringList{file});
    std::printf("%-34s %9lld KB   %-34s %12s   %6.2f   %-16s %s\n",
                qPrintable(u"memory for 1 GB %1, %2"_s.arg(options.join(u' '), engine.name)),
                static_cast<long long>(peak), "", "",
                static_cast<double>(peak) / static_cast<double>(allowedKilobytes), "at most 300 MB",
                peak <= allowedKilobytes ? "kept" : "MISSED");
    std::fflush(stdout);
}

} // namespace

void benchImport(TestServer &server, const std::function<bool(const QString &)> &isWanted)
{
    const QTemporaryDir folder(u"/tmp/tagsmith-bench-XXXXXX"_s);
    const QString file = folder.filePath(u"tags.csv"_s);
    writeSampleFile(file, importRows);
    const std::vector<Engine> engines{mariaDb(server), sqlite(folder.path())};
    for (const Engine &engine : engines) {
        if (isWanted(u"import-"_s + engine.name))
            compareWithLoad(engine, file);
        if (isWanted(u"import-preview"_s))
            comparePreview(engine, file, folder.filePath(u"report.csv"_s));
    }
    if (isWanted(u"import-page"_s))
        measureFirstPage(u"1 million rows"_s, file);
    if (!isWanted(u"import-page"_s) && !isWanted(u"import-memory"_s))
        return;
    writeSampleFile(file, gigabyteRows);
    if (isWanted(u"import-page"_s))
        measureFirstPage(u"1 GB"_s, file);
    if (!isWanted(u"import-memory"_s))
        return;
    for (const Engine &engine : engines) {
        measureMemory(engine, file, {});
        measureMemory(engine, file, {u"--dry-run"_s});
    }
}

} // namespace tagsmith
