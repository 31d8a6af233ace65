// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Column.h"

namespace tagsmith
{

/**
 * Whether both are the same value of @p column: numbers by their value, so that 1.0 and 1 are one,
 * times without regard to zeros after the seconds, NULL only itself, text character by character.
 */
bool isSameValue(const Column &column, const Cell &left, const Cell &right);

} // namespace tagsmith
