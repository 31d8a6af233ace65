// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/InitCommand.h"

#include "cli/CommandRunner.h"
#include "cli/PreparationReport.h"

#include <QFile>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

void report(CommandRunner &runner, const Preparation &made)
{
    if (runner.invocation().json)
        runner.console().print(preparationJson(made, runner.invocation().dryRun));
    else
        runner.console().print(preparationText(made, runner.invocation().dryRun));
    runner.succeed();
}

void makeTable(CommandRunner &runner, const Profile &profile, bool journalMade)
{
    runner.await(runner.repository().createVocabulary(profile, runner.invocation().dryRun),
                 [&runner, journalMade](const Receipt &receipt) {
                     report(runner, {receipt.tags > 0, journalMade});
                 });
}

void makeBoth(CommandRunner &runner)
{
    Profile profile = runner.profile();
    const bool dryRun = runner.invocation().dryRun;
    profile.createFile = profile.driver == Driver::Sqlite;
    if (dryRun && profile.createFile && !QFile::exists(profile.path)) {
        // Even opening it would make the file.
        report(runner, {true, true});
        return;
    }
    runner.await(runner.repository().createJournal(profile, dryRun),
                 [&runner, profile](const Receipt &receipt) {
                     makeTable(runner, profile, receipt.tags > 0);
                 });
}

void makeJournal(CommandRunner &runner)
{
    runner.await(runner.repository().createJournal(runner.profile(), runner.invocation().dryRun),
                 [&runner](const Receipt &receipt) {
                     report(runner, {false, receipt.tags > 0});
                 });
}

/** A journal is of no use where there is nothing that could be changed. */
void makeJournalBesideVocabulary(CommandRunner &runner)
{
    runner.await(runner.repository().inspect(runner.profile()),
                 [&runner](const std::vector<Vocabulary> &found) {
                     if (!found.empty()) {
                         makeJournal(runner);
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
        makeBoth(runner);
    else
        makeJournalBesideVocabulary(runner);
}

} // namespace tagsmith
