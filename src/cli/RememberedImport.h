// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Error.h"
#include "core/ImportRequest.h"
#include "repository/TagRepository.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace tagsmith
{

class CommandRunner;

/** An import that is about to begin. */
struct ImportPlan
{
    ImportRequest request;
    std::vector<ColumnMapping> mapping; ///< what is to be remembered of it
    QStringList columns;                ///< of the file; none if nothing is to be remembered
};

/**
 * Calls @p use with the plan for @p request: with --remembered it has what was chosen for the last
 * file with the same columns; where there was none, the command ends with an error.
 */
void planImport(CommandRunner &runner, const TagSource &source, const ImportRequest &request,
                const std::function<void(const ImportPlan &)> &use);

/** To be called after the import; does nothing without --remember. */
std::optional<Error> rememberImport(const TagSource &source, const ImportPlan &plan);

} // namespace tagsmith
