// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "transfer/RecordReader.h"

#include <memory>

namespace tagsmith
{

/**
 * Opens the file of an import, as openRecordReader() does. A file of one column looks like plain
 * lines; where its first line is the heading of @p vocabulary's names, it is read as CSV instead,
 * so that the heading does not become a tag. A format that the user has chosen stays. What the
 * records ask for is recognised as well, unless it was chosen: see RecogniseContent.h.
 * @p search: how the encoding is sought where it was not chosen.
 */
std::unique_ptr<RecordReader> openImportFile(const Vocabulary &vocabulary,
                                             const ImportSource &source,
                                             const EncodingSearch &search = {});

} // namespace tagsmith
