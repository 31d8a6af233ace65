// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ReadCommands.h"

#include "cli/CommandRunner.h"
#include "cli/InspectJson.h"
#include "cli/InspectText.h"
#include "cli/LoadTags.h"
#include "cli/TagListing.h"

#include <QFile>

#include <algorithm>
#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

void printVocabularies(CommandRunner &runner, const std::vector<Vocabulary> &found)
{
    if (runner.invocation().json)
        runner.console().print(inspectJson(found));
    else
        runner.console().print(inspectText(found));
    runner.succeed();
}

void inspectNow(CommandRunner &runner)
{
    runner.await(
        runner.repository().inspect(runner.profile()),
        [&runner](const std::vector<Vocabulary> &found) { printVocabularies(runner, found); });
}

/** Opening one vocabulary looks for its likely references more closely than finding them all. */
void inspectOne(CommandRunner &runner)
{
    runner.withSource(
        [&runner](const TagSource &source) { printVocabularies(runner, {source.vocabulary}); });
}

bool knowsTaggings(const Vocabulary &vocabulary)
{
    return std::any_of(vocabulary.references.cbegin(), vocabulary.references.cend(),
                       [](const Reference &each) { return each.role == ReferenceRole::Tagging; });
}

void dropUsed(Arrangement &tags, const UseCounts &uses)
{
    std::erase_if(tags.order, [&tags, &uses](std::uint32_t row) {
        return uses.total(tags.snapshot->key(static_cast<int>(row))) > 0;
    });
}

void printTags(CommandRunner &runner, const TagSource &source, Arrangement tags,
               const UseCounts &uses)
{
    if (runner.invocation().unusedOnly)
        dropUsed(tags, uses);
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
    if (!runner.invocation().vocabulary.isEmpty())
        inspectOne(runner);
    else if (runner.invocation().isEmbedded() && isMissing)
        runner.withSource([&runner](const TagSource &) { inspectNow(runner); });
    else
        inspectNow(runner);
}

void runList(CommandRunner &runner)
{
    runner.withSource([&runner](const TagSource &source) {
        if (runner.invocation().unusedOnly && !knowsTaggings(source.vocabulary)) {
            runner.fail({ErrorKind::Refused,
                         u"Nothing is known to refer to the tags of \"%1\", so that all of them "
                         "would seem unused; tagsmith inspect shows what is known."_s.arg(
                             source.vocabulary.name)});
            return;
        }
        loadTags(runner, source, [&runner, source](const Arrangement &tags) {
            runner.await(runner.repository().countUses(source),
                         [&runner, source, tags](const UseCounts &uses) {
                             printTags(runner, source, tags, uses);
                         });
        });
    });
}

} // namespace tagsmith
