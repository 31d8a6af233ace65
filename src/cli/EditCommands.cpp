// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/EditCommands.h"

#include "cli/CommandRunner.h"
#include "cli/ReceiptJson.h"
#include "cli/ReceiptText.h"

namespace tagsmith
{

namespace
{

/** Opens the vocabulary, starts the write that @p begin returns, and prints its receipt. */
template <class Begin>
void runWrite(CommandRunner &runner, Begin begin)
{
    runner.withSource([&runner, begin](const TagSource &source) {
        runner.await(begin(source), [&runner](Receipt receipt) {
            const Invocation &wish = runner.invocation();
            // An id that no journal knows would only mislead.
            if (wish.noJournal)
                receipt.operation.clear();
            if (wish.json)
                runner.console().print(receiptJson(receipt, wish.showSql));
            else
                runner.console().print(receiptText(receipt, wish));
            runner.warnOfNoJournal();
            runner.succeed();
        });
    });
}

} // namespace

void runAdd(CommandRunner &runner)
{
    runWrite(runner, [&runner](const TagSource &source) {
        const Invocation &wish = runner.invocation();
        return runner.repository().add(source, {wish.names, wish.values, wish.dryRun});
    });
}

void runSet(CommandRunner &runner)
{
    runWrite(runner, [&runner](const TagSource &source) {
        const Invocation &wish = runner.invocation();
        return runner.repository().set(
            source, {wish.names.constFirst(), wish.values, wish.dryRun, wish.address});
    });
}

void runRename(CommandRunner &runner)
{
    runWrite(runner, [&runner](const TagSource &source) {
        const Invocation &wish = runner.invocation();
        return runner.repository().rename(source, {wish.names.constFirst(), wish.names.constLast(),
                                                   wish.dryRun, wish.address, wish.newSlug});
    });
}

void runMerge(CommandRunner &runner)
{
    runWrite(runner, [&runner](const TagSource &source) {
        const Invocation &wish = runner.invocation();
        return runner.repository().merge(source,
                                         {wish.names, wish.target, wish.dryRun, wish.address});
    });
}

void runDelete(CommandRunner &runner)
{
    runWrite(runner, [&runner](const TagSource &source) {
        const Invocation &wish = runner.invocation();
        return runner.repository().remove(
            source, {wish.names, wish.withTaggings, wish.dryRun, wish.address});
    });
}

} // namespace tagsmith
