// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"

#include <QStringList>

namespace tagsmith
{

/**
 * The names of the visible sheets of @p source, in their order; none if it is no workbook. Reads
 * from the file, so not for the GUI thread. Throws DatabaseError of kind File for a file that
 * cannot be read, and for a workbook that is damaged or protected.
 */
QStringList workbookSheets(const ImportSource &source);

} // namespace tagsmith
