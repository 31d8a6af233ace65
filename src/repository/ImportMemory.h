// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Result.h"
#include "repository/ImportHabit.h"
#include "repository/TagRepository.h"

#include <QStringList>

#include <optional>

namespace tagsmith
{

/**
 * Remembers how files were imported, by the database, the vocabulary, and the columns of the file
 * in their order (letter case and outer blanks apart); in the user's configuration folder, for the
 * user alone, without passwords and without values of tags. Not thread-safe; used on the GUI thread
 * (a small file).
 */
class ImportMemory
{
public:
    /** How many it holds; the one that was stored longest ago goes first. */
    static constexpr qsizetype mostHabits = 200;

    ImportMemory() = default;

    /** Nothing where there is none, or where the vocabulary has lost a column that it fills. */
    std::optional<ImportHabit> find(const TagSource &source, const QStringList &columns) const;
    /** Stores it in the place of an earlier one. An error of kind File says why it cannot. */
    std::optional<Error> store(const TagSource &source, const QStringList &columns,
                               const ImportHabit &habit);
    /** The same. */
    std::optional<Error> forget(const TagSource &source, const QStringList &columns);
};

} // namespace tagsmith
