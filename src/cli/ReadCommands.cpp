// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ReadCommands.h"

#include "cli/CommandRunner.h"
#include "cli/JsonOutput.h"
#include "cli/LoadTags.h"
#include "cli/TagListing.h"
#include "cli/TextOutput.h"

#include <QFile>

namespace tagsmith
{

namespace
{

void inspectNow(CommandRunner &runner)
{
    runner.await(runner.repository().inspect(runner.profile()),
                 [&runner](const std::vector<Vocabulary> &found) {
                     if (runner.invocation().json)
                         runner.console().print(toJson(found));
                     else
                         runner.console().print(toText(found));
                     runner.succeed();
                 });
}

void printTags(CommandRunner &runner, const TagSource &source, const Arrangement &tags,
               const UseCounts &uses)
{
    if (runner.invocation().json)
        printTagsAsJson(runner.console(), tags, source.vocabulary.table, uses);
    else
        printTagsAsText(runner.console(), tags, uses);
    runner.succeed();
}

} // namespace

void runInspect(CommandRunner &runner)
{
    const bool isMissing = !QFile::exists(runner.profile().path);
    if (runner.invocation().isEmbedded() && isMissing)
        runner.withSource([&runner](const TagSource &) { inspectNow(runner); });
    else
        inspectNow(runner);
}

void runList(CommandRunner &runner)
{
    runner.withSource([&runner](const TagSource &source) {
        loadTags(runner, source, [&runner, source](const Arrangement &tags) {
            runner.await(runner.repository().countUses(source),
                         [&runner, source, tags](const UseCounts &uses) {
                             printTags(runner, source, tags, uses);
                         });
        });
    });
}

} // namespace tagsmith
