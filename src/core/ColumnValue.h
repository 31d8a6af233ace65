// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>

namespace tagsmith
{

/** A value for one column, or a condition on it: NULL then means IS NULL. */
struct ColumnValue
{
    QString column;
    Cell value;

    friend bool operator==(const ColumnValue &, const ColumnValue &) = default;
};

} // namespace tagsmith
