// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** Whether @p text is what a spreadsheet shows where a cell has no value, such as "#N/A". */
bool isCellError(const QString &text);

} // namespace tagsmith
