// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/UndoCommand.h"

#include "cli/CommandRunner.h"
#include "cli/ReceiptJson.h"
#include "cli/ReceiptText.h"

namespace tagsmith
{

namespace
{

void undoIn(CommandRunner &runner, const TagSource &source)
{
    const Invocation &wish = runner.invocation();
    UndoRequest request;
    request.operation = wish.operation;
    request.onConflict = wish.skipConflicts ? OnConflict::Skip : OnConflict::Stop;
    request.dryRun = wish.dryRun;
    runner.await(runner.repository().undo(source, request), [&runner](const Receipt &receipt) {
        if (runner.invocation().json)
            runner.console().print(receiptJson(receipt, false));
        else
            runner.console().print(receiptText(receipt, runner.invocation()));
        runner.succeed();
    });
}

/** An operation that is named may belong to another vocabulary than the first one. */
void undoNamed(CommandRunner &runner, const TagSource &source)
{
    runner.await(runner.repository().operation(source, runner.invocation().operation, 1),
                 [&runner, source](const OperationDetails &details) {
                     const QString vocabulary = details.entry.vocabulary;
                     if (vocabulary == source.vocabulary.name) {
                         undoIn(runner, source);
                         return;
                     }
                     runner.await(runner.repository().open(runner.profile(), vocabulary),
                                  [&runner](const TagSource &other) { undoIn(runner, other); });
                 });
}

} // namespace

void runUndo(CommandRunner &runner)
{
    runner.withSource([&runner](const TagSource &source) {
        const Invocation &wish = runner.invocation();
        if (wish.operation.isEmpty() || !wish.vocabulary.isEmpty())
            undoIn(runner, source);
        else
            undoNamed(runner, source);
    });
}

} // namespace tagsmith
