// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/TransferCommands.h"

#include "cli/CommandRunner.h"
#include "cli/ExitStatus.h"
#include "cli/ImportJson.h"
#include "cli/ImportText.h"
#include "cli/LoadTags.h"
#include "cli/RememberedImport.h"
#include "cli/TextParts.h"

#include <numeric>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

ImportRequest importRequest(const CommandRunner &runner)
{
    ImportRequest request = runner.invocation().import;
    const QString &file = runner.invocation().file;
    if (file == "-"_L1)
        request.source.data = runner.inputData();
    else
        request.source.path = file;
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

/** Exactly the table's columns, so that the file can be imported again, or those asked for. */
Result<std::vector<int>> exportColumns(const Snapshot &snapshot, const QStringList &names)
{
    std::vector<int> columns;
    if (names.isEmpty()) {
        columns.resize(static_cast<size_t>(snapshot.tableColumnCount()));
        std::iota(columns.begin(), columns.end(), 0);
        return columns;
    }
    for (const QString &name : names) {
        int found = -1;
        for (int i = 0; i < snapshot.tableColumnCount() && found < 0; ++i) {
            if (snapshot.columns()[static_cast<size_t>(i)].name.compare(name,
                                                                        Qt::CaseInsensitive) == 0)
                found = i;
        }
        if (found < 0)
            return Error{
                ErrorKind::Usage,
                u"The tags have no column \"%1\"; tagsmith inspect names them."_s.arg(name)};
        columns.push_back(found);
    }
    return columns;
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
        planImport(runner, source, importRequest(runner),
                   [&runner, source](const ImportPlan &plan) {
                       const auto pending = runner.repository().importTags(source, plan.request);
                       whenProgressed(&runner, pending, [&runner](const Progress &progress) {
                           runner.console().showProgress(progressText(progress));
                       });
                       runner.await(pending, [&runner, source, plan](const ImportAccount &account) {
                           if (const auto error = rememberImport(source, plan))
                               runner.console().note(u"Warning: "_s + error->message);
                           reportImport(runner, account);
                       });
                   });
    });
}

void runExport(CommandRunner &runner)
{
    runner.withSource([&runner](const TagSource &source) {
        loadTags(runner, source, [&runner](const Arrangement &tags) {
            const auto columns = exportColumns(*tags.snapshot, runner.invocation().columns);
            if (!columns) {
                runner.fail(columns.error());
                return;
            }
            ExportRequest request;
            request.snapshot = tags.snapshot;
            request.rows = tags.order;
            request.columns = *columns;
            request.path = runner.invocation().file;
            request.format = runner.invocation().format.value_or(FileFormat::Csv);
            request.spreadsheetSafe = runner.invocation().spreadsheetSafe;
            runner.await(runner.repository().exportTags(request),
                         [&runner](qint64 written) { reportExport(runner, written); });
        });
    });
}

} // namespace tagsmith
