// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Arrangement.h"

#include <QString>

namespace tagsmith
{

/**
 * The first row whose cell in @p column is exactly @p text, or -1. Reads the column until it is
 * found.
 */
int rowOfText(const Arrangement &arrangement, int column, const QString &text);

} // namespace tagsmith
