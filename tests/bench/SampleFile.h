// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** Writes a CSV file of @p rows tags in no order, each with a description of 60 characters. */
void writeSampleFile(const QString &path, int rows);

} // namespace tagsmith
