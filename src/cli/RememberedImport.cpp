// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/RememberedImport.h"

#include "cli/CommandRunner.h"
#include "repository/ImportMemory.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

Error usage(const QString &message)
{
    return Error{ErrorKind::Usage, message};
}

/** What an import without --map does: constants go before what the names of columns suggest. */
std::vector<ColumnMapping> mappingOf(const ImportRequest &request, const ImportPreview &preview)
{
    if (!request.mapping.empty())
        return request.mapping;
    std::vector<ColumnMapping> mapping = preview.mapping;
    std::erase_if(mapping, [&request](const ColumnMapping &entry) {
        return std::any_of(
            request.constants.begin(), request.constants.end(), [&](const ColumnValue &constant) {
                return constant.column.compare(entry.column, Qt::CaseInsensitive) == 0;
            });
    });
    return mapping;
}

Result<ImportPlan> planOf(const Invocation &invocation, const TagSource &source,
                          const ImportRequest &request, const ImportPreview &preview)
{
    if (!preview.failure.isEmpty())
        return Error{ErrorKind::File, preview.failure};
    if (preview.format == FileFormat::Lines) {
        return usage(u"Plain lines have no header to be remembered by; leave out --remember and "
                     "--remembered."_s);
    }
    ImportPlan plan{request, {}, {}};
    if (invocation.remembered) {
        const auto habit = ImportMemory().find(source, preview.columns);
        if (!habit) {
            return usage(u"No import of a file with the columns %1 is remembered; leave out "
                         "--remembered, and say what to do."_s.arg(preview.columns.join(u", "_s)));
        }
        plan.request.mapping = habit->mapping;
        plan.request.nameRules = habit->nameRules;
        plan.request.listSeparator = habit->listSeparator;
        plan.request.onExisting = habit->onExisting;
    }
    if (invocation.remember) {
        plan.mapping = mappingOf(plan.request, preview);
        plan.columns = preview.columns;
    }
    return plan;
}

} // namespace

void planImport(CommandRunner &runner, const TagSource &source, const ImportRequest &request,
                const std::function<void(const ImportPlan &)> &use)
{
    const Invocation &invocation = runner.invocation();
    if (!invocation.remember && !invocation.remembered) {
        use({request, {}, {}});
        return;
    }
    runner.await(runner.repository().previewImport(source, request.source, 1),
                 [&runner, source, request, use](const ImportPreview &preview) {
                     const auto plan = planOf(runner.invocation(), source, request, preview);
                     if (plan)
                         use(*plan);
                     else
                         runner.fail(plan.error());
                 });
}

std::optional<Error> rememberImport(const TagSource &source, const ImportPlan &plan)
{
    if (plan.columns.isEmpty())
        return std::nullopt;
    return ImportMemory().store(source, plan.columns,
                                {plan.mapping, plan.request.nameRules, plan.request.listSeparator,
                                 plan.request.onExisting});
}

} // namespace tagsmith
