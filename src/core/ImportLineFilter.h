// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportLine.h"

#include <set>

namespace tagsmith
{

/** Which lines of an import are to be shown: those of each kind named; with none named, all. */
struct ImportLineFilter
{
    std::set<LineVerdict> verdicts;
    bool equalNames = false; ///< those that equal another line or a stored tag

    friend bool operator==(const ImportLineFilter &, const ImportLineFilter &) = default;
};

} // namespace tagsmith
