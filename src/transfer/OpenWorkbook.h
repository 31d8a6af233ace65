// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/ByteSource.h"
#include "transfer/XlsxArchive.h"

#include <memory>

namespace tagsmith
{

/**
 * The archive of @p source if it is a workbook, by the chosen format, by its content or by its
 * ending; null if it is to be read as text. Throws DatabaseError of kind File for a workbook that
 * is damaged, protected or of another kind. @p bytes are those of @p source; they begin anew.
 */
std::unique_ptr<XlsxArchive> openWorkbook(const ImportSource &source, ByteSource &bytes);

} // namespace tagsmith
