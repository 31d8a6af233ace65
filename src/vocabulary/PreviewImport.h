// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/Vocabulary.h"

namespace tagsmith
{

/**
 * The first @p maxRows records of a file and the default mapping onto @p vocabulary. Touches no
 * database. Throws DatabaseError (File).
 */
ImportPreview previewImport(const Vocabulary &vocabulary, const ImportSource &source, int maxRows);

} // namespace tagsmith
