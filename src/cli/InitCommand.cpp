// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/InitCommand.h"

#include "cli/CommandRunner.h"
#include "cli/ReceiptJson.h"
#include "cli/ReceiptText.h"

#include <QFile>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

Receipt initReceipt(qint64 tables, bool dryRun)
{
    Receipt receipt;
    receipt.kind = u"init"_s;
    receipt.tags = tables;
    receipt.dryRun = dryRun;
    return receipt;
}

void report(CommandRunner &runner, const Receipt &receipt)
{
    if (runner.invocation().json)
        runner.console().print(receiptJson(receipt, false));
    else
        runner.console().print(receiptText(receipt, runner.invocation()));
    runner.succeed();
}

void createTable(CommandRunner &runner)
{
    Profile profile = runner.profile();
    const bool dryRun = runner.invocation().dryRun;
    profile.createFile = profile.driver == Driver::Sqlite;
    if (dryRun && profile.createFile && !QFile::exists(profile.path)) {
        // Even opening it would make the file.
        report(runner, initReceipt(1, true));
        return;
    }
    runner.await(runner.repository().createVocabulary(profile, dryRun),
                 [&runner](const Receipt &receipt) { report(runner, receipt); });
}

void expectVocabulary(CommandRunner &runner)
{
    runner.await(runner.repository().inspect(runner.profile()),
                 [&runner](const std::vector<Vocabulary> &found) {
                     if (!found.empty()) {
                         report(runner, initReceipt(0, runner.invocation().dryRun));
                         return;
                     }
                     runner.fail(
                         {ErrorKind::Refused,
                          u"The database %1 has no table of tags; run tagsmith init "
                          "--create-table to make one."_s.arg(runner.profile().displayName())});
                 });
}

} // namespace

void runInit(CommandRunner &runner)
{
    if (runner.invocation().createTable || runner.invocation().isEmbedded())
        createTable(runner);
    else
        expectVocabulary(runner);
}

} // namespace tagsmith
