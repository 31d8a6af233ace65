// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"

#include <optional>

class QMimeData;

namespace tagsmith
{

/**
 * What a drop or the clipboard offers to import: exactly one local file, or text. Nothing where
 * there is neither.
 */
std::optional<ImportSource> importSourceFromMime(const QMimeData &data);

} // namespace tagsmith
