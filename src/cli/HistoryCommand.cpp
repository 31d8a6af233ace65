// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/HistoryCommand.h"

#include "cli/CommandRunner.h"
#include "cli/HistoryJson.h"
#include "cli/HistoryText.h"
#include "cli/TextParts.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int shownOperations = 50;
constexpr int shownRows = 1000;
constexpr int countedAtOnce = 1000;
constexpr int mostShown = 1'000'000;

int limitOf(const CommandRunner &runner, int otherwise)
{
    return std::min(runner.invocation().limit.value_or(otherwise), mostShown);
}

void reportList(CommandRunner &runner, const HistoryPage &page)
{
    if (!runner.invocation().json) {
        runner.console().print(historyText(page, runner.invocation().allVocabularies));
        runner.succeed();
        return;
    }
    runner.await(runner.repository().journalState(runner.profile()),
                 [&runner, page](const JournalState &state) {
                     runner.console().print(historyJson(page, state));
                     runner.succeed();
                 });
}

void listOperations(CommandRunner &runner, const QString &vocabulary)
{
    HistoryQuery query;
    query.vocabulary = vocabulary;
    query.text = runner.invocation().filter;
    query.limit = limitOf(runner, shownOperations);
    runner.await(runner.repository().history(runner.profile(), query),
                 [&runner](const HistoryPage &page) { reportList(runner, page); });
}

void showOperation(CommandRunner &runner, const TagSource &source)
{
    runner.await(runner.repository().operation(source, runner.invocation().operation,
                                               limitOf(runner, shownRows)),
                 [&runner](const OperationDetails &details) {
                     if (runner.invocation().json)
                         runner.console().print(operationJson(details));
                     else
                         runner.console().print(operationText(details));
                     runner.succeed();
                 });
}

void reportClearing(CommandRunner &runner, qint64 count)
{
    const Invocation &wish = runner.invocation();
    if (wish.json) {
        runner.console().print(
            QJsonObject{{u"forgotten"_s, count},
                        {u"before"_s, wish.clearBefore.toString(Qt::ISODateWithMs)},
                        {u"dryRun"_s, wish.dryRun}});
    } else {
        const QString text = wish.dryRun ? u"Would forget %1 before %2; nothing was changed.\n"_s
                                         : u"Forgot %1 before %2; they cannot be undone now.\n"_s;
        runner.console().print(
            text.arg(countOf(count, u"operation"_s, u"operations"_s), localTime(wish.clearBefore)));
    }
    runner.succeed();
}

/** What a clearing would forget, page by page from the operations below the number @p below. */
void countOlder(CommandRunner &runner, qint64 below, qint64 count)
{
    HistoryQuery query;
    query.below = below;
    query.limit = countedAtOnce;
    runner.await(runner.repository().history(runner.profile(), query),
                 [&runner, count](const HistoryPage &page) {
                     qint64 sum = count;
                     for (const OperationEntry &entry : page.entries)
                         sum += entry.at < runner.invocation().clearBefore ? 1 : 0;
                     if (page.hasMore && !page.entries.empty())
                         countOlder(runner, page.entries.back().number, sum);
                     else
                         reportClearing(runner, sum);
                 });
}

void clearOlder(CommandRunner &runner)
{
    if (runner.invocation().dryRun) {
        countOlder(runner, 0, 0);
        return;
    }
    runner.await(
        runner.repository().clearHistory(runner.profile(), runner.invocation().clearBefore),
        [&runner](qint64 count) { reportClearing(runner, count); });
}

void reportRetention(CommandRunner &runner, const Retention &retention)
{
    const bool dryRun = runner.invocation().dryRun;
    if (runner.invocation().json) {
        runner.console().print(
            QJsonObject{{u"retention"_s, retentionJson(retention)}, {u"dryRun"_s, dryRun}});
    } else {
        runner.console().print(retentionText(retention) +
                               (dryRun ? u" then; nothing was changed.\n"_s : u".\n"_s));
    }
    runner.succeed();
}

void storeRule(CommandRunner &runner, Retention retention)
{
    const Invocation &wish = runner.invocation();
    retention.days = wish.keepDays.value_or(retention.days);
    retention.megabytes = wish.keepMegabytes.value_or(retention.megabytes);
    if (wish.dryRun) {
        reportRetention(runner, retention);
        return;
    }
    runner.await(
        runner.repository().storeRetention(runner.profile(), retention),
        [&runner](const JournalState &state) { reportRetention(runner, state.retention); });
}

void setRetention(CommandRunner &runner)
{
    runner.await(runner.repository().journalState(runner.profile()),
                 [&runner](const JournalState &state) {
                     if (state.exists)
                         storeRule(runner, state.retention);
                     else
                         runner.fail({ErrorKind::NoJournal, {}});
                 });
}

} // namespace

void runHistory(CommandRunner &runner)
{
    // By value, because its callbacks come later.
    const Invocation wish = runner.invocation();
    runner.withSource([&runner, wish](const TagSource &source) {
        if (wish.clearBefore.isValid())
            clearOlder(runner);
        else if (wish.setsRetention())
            setRetention(runner);
        else if (!wish.operation.isEmpty())
            showOperation(runner, source);
        else
            listOperations(runner, wish.allVocabularies ? QString() : source.vocabulary.name);
    });
}

} // namespace tagsmith
