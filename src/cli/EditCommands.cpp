// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/EditCommands.h"

#include "cli/CommandRunner.h"
#include "cli/JsonOutput.h"
#include "cli/TextOutput.h"

namespace tagsmith
{

namespace
{

/** Opens the vocabulary, starts the write that @p begin returns, and prints its receipt. */
template <class Begin>
void runWrite(CommandRunner &runner, Begin begin)
{
    runner.withSource([&runner, begin](const TagSource &source) {
        runner.await(begin(source), [&runner](const Receipt &receipt) {
            if (runner.invocation().json)
                runner.console().print(toJson(receipt));
            else
                runner.console().print(toText(receipt, runner.invocation().names));
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
        return runner.repository().set(source, {wish.names.constFirst(), wish.values, wish.dryRun});
    });
}

void runRename(CommandRunner &runner)
{
    runWrite(runner, [&runner](const TagSource &source) {
        const Invocation &wish = runner.invocation();
        return runner.repository().rename(
            source, {wish.names.constFirst(), wish.names.constLast(), wish.dryRun});
    });
}

void runDelete(CommandRunner &runner)
{
    runWrite(runner, [&runner](const TagSource &source) {
        const Invocation &wish = runner.invocation();
        return runner.repository().remove(source, {wish.names, wish.withTaggings, wish.dryRun});
    });
}

} // namespace tagsmith
