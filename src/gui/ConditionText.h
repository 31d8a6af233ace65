// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ColumnValue.h"
#include "core/Result.h"

#include <QString>

#include <vector>

namespace tagsmith
{

/** Conditions as a user writes them: `taxonomy = post_tag; parent = NULL; note = 'a; b'`. */
QString conditionText(const std::vector<ColumnValue> &conditions);
/** The inverse. The error (Usage) says which part is not `column = value`. */
Result<std::vector<ColumnValue>> conditionsFromText(const QString &text);

} // namespace tagsmith
