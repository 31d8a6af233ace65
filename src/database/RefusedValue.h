// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"

#include <QString>

namespace tagsmith
{

/**
 * @p sentence, of a nativeError(), with @p value and @p column in it where it is about that column
 * of @p table; else nothing. It is not about a value that is there where it says that one is
 * missing. "The table tags: " may stand before it.
 */
QString withRefusedValue(const QString &sentence, const QString &table, const QString &column,
                         const Cell &value);

} // namespace tagsmith
