// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/FileFormat.h"

#include <QString>
#include <QStringList>

namespace tagsmith
{

/** What a user reads where a format is to be chosen, for example "JSON Lines". */
QString fileFormatTitle(FileFormat format);

/** The usual ending of a file of @p format, with its dot. */
QString fileFormatEnding(FileFormat format);

/** The filters of a file dialog for all formats that are imported. */
QStringList importFileFilters();

/** The filter of a file dialog for @p format, followed by the one for all files. */
QStringList exportFileFilters(FileFormat format);

} // namespace tagsmith
