// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Result.h"

#include <QStringList>

#include <vector>

namespace tagsmith
{

/**
 * The line numbers in @p texts, each of them numbers and ranges with commas between them, such as
 * "3,5-9"; at most 100,000 lines in all. The error says what is wrong with the option @p option.
 */
Result<std::vector<qint64>> parseLineNumbers(const QString &option, const QStringList &texts);

} // namespace tagsmith
