// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"

#include <optional>

class QMimeData;

namespace tagsmith
{

/**
 * What a drop or the clipboard offers to import: local files, or text. Nothing where there is
 * neither, and where one of the files is not of this computer.
 */
std::optional<ImportSource> importSourceFromMime(const QMimeData &data);

} // namespace tagsmith
