// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/**
 * The values of one tag that a change was decided on. Where a stored one differs (NULLs being
 * equal), the change stops before it writes, with the conflict in its error.
 */
struct ExpectedTag
{
    QString key;
    std::vector<ColumnValue> values; ///< the name's column among them or not; only plain columns

    friend bool operator==(const ExpectedTag &, const ExpectedTag &) = default;
};

} // namespace tagsmith
