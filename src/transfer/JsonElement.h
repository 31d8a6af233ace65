// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>

#include <utility>
#include <vector>

namespace tagsmith
{

/** One tag of a JSON file: its members in the order of the file; a bare text is "name". */
struct JsonElement
{
    std::vector<std::pair<QString, Cell>> members;
    QString problem; ///< why it cannot be a record; empty: sound
};

} // namespace tagsmith
