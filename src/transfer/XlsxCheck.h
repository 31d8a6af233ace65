// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/**
 * Whether the workbook at @p path, just written, holds all of its only sheet: @p rowBytes stand
 * before its last row. A disk that is full while a workbook is put together would go unnoticed.
 */
bool isWholeWorkbook(const QString &path, qint64 rowBytes);

} // namespace tagsmith
