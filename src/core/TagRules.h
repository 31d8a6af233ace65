// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/Column.h"
#include "core/Error.h"

#include <optional>

namespace tagsmith
{

/**
 * What is wrong with @p value for @p column, as far as it can be told without the database: NULL
 * where none may be, too long, not a number, not Unicode text. The same verdict on both engines,
 * although SQLite would store nearly all of it.
 */
std::optional<Error> checkValue(const Column &column, const Cell &value);

/** As checkValue() for the name of a tag, which moreover may not be empty or blank. */
std::optional<Error> checkName(const Column &column, const Cell &name);

/** The length of @p text in characters (code points), as databases count it. */
qint64 characterCount(QStringView text);

} // namespace tagsmith
