// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace tagsmith
{

/** One value of a row as text in the engine's notation; nothing stands for NULL. */
using Cell = std::optional<QString>;

/** The cells of one row, in the order of the columns they belong to. */
using Row = std::vector<Cell>;

} // namespace tagsmith
