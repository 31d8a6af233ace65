// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/PreviewImport.h"

#include "core/Error.h"
#include "transfer/WorkbookSheets.h"
#include "vocabulary/ActionColumns.h"
#include "vocabulary/ImportMapping.h"
#include "vocabulary/OpenImportFile.h"

#include <optional>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

std::vector<ColumnMapping> mappingFor(const Vocabulary &vocabulary, const ImportPreview &preview)
{
    switch (preview.content) {
    case ImportContent::Tags: break;
    case ImportContent::Merges: return {{u"name"_s, vocabulary.nameField().name}};
    case ImportContent::Actions: return defaultActionMapping(vocabulary, preview.columns);
    }
    return defaultMapping(vocabulary, preview.columns);
}

void readPreview(const Vocabulary &vocabulary, const ImportSource &source, int maxRows,
                 const EncodingSearch &search, ImportPreview &preview)
{
    const auto reader = openImportFile(vocabulary, source, search);
    preview.format = reader->format();
    preview.delimiter = reader->delimiter();
    preview.columns = reader->columns();
    preview.content = reader->content();
    preview.mapping = mappingFor(vocabulary, preview);
    if (preview.content == ImportContent::Actions) {
        preview.actionColumn = actionColumnOf(preview.columns);
        preview.targetColumn = targetColumnOf(vocabulary, preview.columns, preview.mapping);
    }

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
    preview.encoding = reader->encoding(); // of several files, all that have been begun
    preview.files = reader->files();
}

/** Nothing where the beginning of the file is not enough; what is wrong, all of it tells. */
std::optional<ImportPreview> previewHead(const Vocabulary &vocabulary, const ImportSource &source,
                                         int maxRows, const CancelToken &token)
{
    try {
        return previewImport(vocabulary, source, maxRows, {headOfFile, token});
    } catch (const DatabaseError &) {
        return std::nullopt;
    }
}

} // namespace

ImportPreview previewImport(const Vocabulary &vocabulary, const ImportSource &source, int maxRows,
                            const EncodingSearch &search)
{
    ImportPreview preview;
    preview.sheets = workbookSheets(source);
    if (preview.sheets.isEmpty()) {
        readPreview(vocabulary, source, maxRows, search, preview);
        return preview;
    }
    try {
        readPreview(vocabulary, source, maxRows, search, preview);
    } catch (const DatabaseError &error) {
        // The first sheet may be empty, and without their names no other could be chosen.
        if (preview.sheets.size() == 1)
            throw;
        ImportPreview failed;
        failed.format = FileFormat::Xlsx;
        failed.sheets = preview.sheets;
        failed.failure = error.error().message;
        return failed;
    }
    return preview;
}

ImportPreview previewImport(const Vocabulary &vocabulary, const ImportSource &source, int maxRows,
                            const CancelToken &token,
                            const std::function<void(ImportPreview)> &publish)
{
    if (std::optional<ImportPreview> head = previewHead(vocabulary, source, maxRows, token)) {
        if (head->encoding.isWhole)
            return *std::move(head);
        publish(*std::move(head));
    }
    return previewImport(vocabulary, source, maxRows, EncodingSearch{.token = token});
}

} // namespace tagsmith
