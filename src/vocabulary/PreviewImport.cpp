// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/PreviewImport.h"

#include "vocabulary/ImportMapping.h"
#include "vocabulary/OpenImportFile.h"

namespace tagsmith
{

ImportPreview previewImport(const Vocabulary &vocabulary, const ImportSource &source, int maxRows)
{
    const auto reader = openImportFile(vocabulary, source);
    ImportPreview preview;
    preview.format = reader->format();
    preview.encoding = reader->encoding();
    preview.columns = reader->columns();
    preview.mapping = defaultMapping(vocabulary, preview.columns);

    Record record;
    while (static_cast<int>(preview.rows.size()) < maxRows) {
        if (!reader->next(record)) {
            preview.complete = true;
            break;
        }
        preview.rows.push_back(record.fields);
        preview.lines.push_back(record.line);
        preview.problems.append(record.problem);
    }
    return preview;
}

} // namespace tagsmith
