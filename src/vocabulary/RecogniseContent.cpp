// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RecogniseContent.h"

#include "transfer/MergeLine.h"
#include "vocabulary/ActionColumns.h"
#include "vocabulary/ImportMapping.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int headLines = 200;

bool isArrow(const QString &line)
{
    const MergeLine merge = parseMergeLine(line);
    return merge.form == MergeLine::Form::Arrow && merge.problem.isEmpty();
}

/** Whether it is worth the look at every line: commas make lines look like a table. */
bool mayBeLines(const ImportSource &source, const RecordReader &reader)
{
    if (reader.format() == FileFormat::Lines)
        return true;
    const QString firstLine = reader.columns().join(u',');
    return reader.format() == FileFormat::Csv && !fileFormatFromPath(source.path) &&
           (firstLine.contains("->"_L1) || firstLine.contains(u'→'));
}

} // namespace

bool areMergeLines(const ImportSource &source, const RecordReader &reader)
{
    if (source.content || source.format || !source.delimiter.isNull() ||
        !mayBeLines(source, reader))
        return false;
    ImportSource again = source;
    again.furtherPaths.clear();
    again.format = FileFormat::Lines;
    const auto lines = openRecordReader(again, reader.encoding());
    Record record;
    int count = 0;
    for (; count < headLines && lines->next(record); ++count) {
        if (!record.problem.isEmpty() || !isArrow(record.fields.front().value_or(QString())))
            return false;
    }
    return count > 0;
}

bool isActionSheet(const Vocabulary &vocabulary, const QStringList &fileColumns)
{
    const int action = indexOfFileColumn(fileColumns, actionHeading());
    if (action < 0 || vocabulary.indexOf(actionHeading()) >= 0)
        return false;
    const std::vector<ColumnMapping> mapping = defaultActionMapping(vocabulary, fileColumns);
    return std::any_of(mapping.begin(), mapping.end(), [&vocabulary](const ColumnMapping &entry) {
        return vocabulary.indexOf(entry.column) == vocabulary.nameColumn;
    });
}

} // namespace tagsmith
