// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/Vocabulary.h"
#include "transfer/EncodingSearch.h"

#include <functional>

namespace tagsmith
{

/**
 * The first @p maxRows records of a file and the default mapping onto @p vocabulary. Touches no
 * database. @p search: how the encoding is sought where it was not chosen. Throws DatabaseError
 * (File).
 */
ImportPreview previewImport(const Vocabulary &vocabulary, const ImportSource &source, int maxRows,
                            const EncodingSearch &search = {});
/**
 * The same for somebody who waits: @p publish receives at once what the beginning of a large file
 * tells (with an encoding that is not whole), before the rest is read to be sure of the encoding.
 */
ImportPreview previewImport(const Vocabulary &vocabulary, const ImportSource &source, int maxRows,
                            const CancelToken &token,
                            const std::function<void(ImportPreview)> &publish);

} // namespace tagsmith
