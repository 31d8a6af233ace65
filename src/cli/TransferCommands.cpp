// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/TransferCommands.h"

#include "cli/CommandRunner.h"
#include "cli/ExitStatus.h"
#include "cli/ImportJson.h"
#include "cli/ImportText.h"
#include "cli/LoadTags.h"
#include "cli/TextParts.h"

#include <numeric>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

ImportRequest importRequest(const CommandRunner &runner)
{
    const Invocation &wish = runner.invocation();
    ImportRequest request;
    if (wish.file == "-"_L1)
        request.source.data = runner.inputData();
    else
        request.source.path = wish.file;
    request.source.format = wish.format;
    request.source.encoding = wish.encoding;
    request.mapping = wish.mapping;
    request.onExisting = wish.onExisting;
    request.rejectsPath = wish.rejectsPath;
    request.dryRun = wish.dryRun;
    return request;
}

QString progressText(const Progress &progress)
{
    const QString records = countOf(progress.records, u"record"_s, u"records"_s);
    if (progress.totalBytes <= 0)
        return records;
    return u"%1, %2 %"_s.arg(records, QString::number(progress.bytes * 100 / progress.totalBytes));
}

void reportImport(CommandRunner &runner, ImportAccount account)
{
    if (runner.invocation().noJournal)
        account.operation.clear();
    if (runner.invocation().json)
        runner.console().print(importJson(account));
    else
        runner.console().print(importText(account));
    runner.warnOfNoJournal();
    runner.succeed(account.rejected > 0 ? exitRejected : exitDone);
}

void reportExport(CommandRunner &runner, qint64 written)
{
    const QString &file = runner.invocation().file;
    if (runner.invocation().json) {
        runner.console().print(QJsonObject{{u"written"_s, written}, {u"file"_s, file}});
    } else if (file != "-"_L1) {
        runner.console().print(
            u"Exported %1 to %2.\n"_s.arg(countOf(written, u"tag"_s, u"tags"_s), file));
    }
    runner.succeed();
}

} // namespace

void runImport(CommandRunner &runner)
{
    runner.withSource([&runner](const TagSource &source) {
        const auto pending = runner.repository().importTags(source, importRequest(runner));
        whenProgressed(&runner, pending, [&runner](const Progress &progress) {
            runner.console().showProgress(progressText(progress));
        });
        runner.await(pending,
                     [&runner](const ImportAccount &account) { reportImport(runner, account); });
    });
}

void runExport(CommandRunner &runner)
{
    runner.withSource([&runner](const TagSource &source) {
        loadTags(runner, source, [&runner](const Arrangement &tags) {
            ExportRequest request;
            request.snapshot = tags.snapshot;
            request.rows = tags.order;
            // Exactly the table's columns, so that the file can be imported again.
            request.columns.resize(static_cast<size_t>(tags.snapshot->tableColumnCount()));
            std::iota(request.columns.begin(), request.columns.end(), 0);
            request.path = runner.invocation().file;
            request.format = runner.invocation().format.value_or(FileFormat::Csv);
            runner.await(runner.repository().exportTags(request),
                         [&runner](qint64 written) { reportExport(runner, written); });
        });
    });
}

} // namespace tagsmith
