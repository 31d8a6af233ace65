// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"

#include <vector>

namespace tagsmith
{

/** What the user chose for a file, as far as it is good for the next one with the same columns. */
struct ImportHabit
{
    std::vector<ColumnMapping> mapping;
    NameRules nameRules;
    QString listSeparator;
    OnExisting onExisting = OnExisting::Skip;

    friend bool operator==(const ImportHabit &, const ImportHabit &) = default;
};

} // namespace tagsmith
