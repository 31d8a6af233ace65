// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/FileFormat.h"

#include <QByteArrayView>
#include <QString>

namespace tagsmith
{

/**
 * The format of a file: by the ending of @p path, else by its beginning @p head in UTF-8 (@p whole:
 * that is all of it): JSON, JSON Lines, a table with tabs, commas, semicolons or bars, or plain
 * lines.
 */
FileFormat recogniseFormat(const QString &path, QByteArrayView head, bool whole);

} // namespace tagsmith
