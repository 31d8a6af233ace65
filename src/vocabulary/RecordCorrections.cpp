// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RecordCorrections.h"

#include "core/Error.h"
#include "core/SplitNames.h"
#include "transfer/MergeLine.h"
#include "transfer/RecordText.h"
#include "vocabulary/ImportMapping.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

// The fields of a line of merges, behind that of the action.
constexpr size_t sourcesOfMerge = 1;
constexpr size_t targetOfMerge = 2;

DatabaseError usage(const QString &message)
{
    return {ErrorKind::Usage, message};
}

bool holdsNul(const Cell &cell)
{
    return cell && cell->contains(QChar::Null);
}

/** Whether @p cell of a workbook is an error; a text that looks like one passes for it. */
bool holdsError(const Cell &cell)
{
    static const QRegularExpression error(u"^#([A-Z0-9/]+[!?]|N/A|GETTING_DATA)$"_s);
    return cell && cell->startsWith(u'#') && error.match(*cell).hasMatch();
}

/** Takes a whole line of a merge that was written into the field of the sources. */
bool takeMergeLine(const Cell &field, Record &record)
{
    const QString line = field.value_or(QString());
    const MergeLine merge = parseMergeLine(line);
    if (merge.form == MergeLine::Form::None || !merge.problem.isEmpty())
        return false;
    record.fields[sourcesOfMerge] = merge.sources.toString();
    record.fields[targetOfMerge] = merge.target.toString();
    return true;
}

bool isJson(FileFormat format)
{
    return format == FileFormat::Json || format == FileFormat::JsonLines;
}

} // namespace

RecordCorrections::RecordCorrections(const ImportRequest &request, const RecordReader &reader)
    : m_reader(reader), m_columns(reader.columns()), m_format(reader.format()),
      m_listSeparator(request.listSeparator), m_leftOut(request.leftOut)
{
    const bool hasLists =
        reader.content() == ImportContent::Tags && !request.listSeparator.isEmpty();
    for (const RecordCorrection &correction : request.corrections) {
        const int field = indexOfFileColumn(m_columns, correction.fileColumn);
        if (field < 0 && !reader.files().empty()) { // which of them has the line shows only later
            throw usage(u"The files have no column “%1” to correct; they have %2."_s.arg(
                correction.fileColumn, m_columns.join(u", "_s)));
        }
        if (field < 0) {
            throw usage(u"The file has no column “%1” to correct on line %2; it has %3."_s.arg(
                correction.fileColumn, QString::number(correction.line), m_columns.join(u", "_s)));
        }
        if (correction.position >= 0 && !hasLists) {
            throw usage(u"A single name on line %1 was corrected, but a cell is one name here; say "
                        "what stands between names."_s.arg(correction.line));
        }
        m_corrections.push_back(
            {correction.line, static_cast<size_t>(field), correction.value, correction.position});
    }
    // Of two for the same field the later one holds.
    std::stable_sort(m_corrections.begin(), m_corrections.end(),
                     [](const Correction &left, const Correction &right) {
                         return std::tie(left.line, left.field) < std::tie(right.line, right.field);
                     });
    std::sort(m_leftOut.begin(), m_leftOut.end());
}

void RecordCorrections::correct(Record &record)
{
    if (record.line == m_correctedLine) {
        throw usage(u"Several records begin on line %1, so that none of them can be corrected "
                    "alone; give each a line of its own."_s.arg(
                        fileLineWords(m_reader.files(), record.line)));
    }
    const Corrections corrections = takeCorrections(record);
    if (corrections.empty())
        return;
    correctFields(record, corrections);
    if (!record.problem.isEmpty() && isSound(record))
        record.problem.clear();
    requireNames(record, corrections);
    if (record.problem.isEmpty() && isJson(m_format))
        record.raw = rawJson(record, corrections);
}

RecordCorrections::Corrections RecordCorrections::takeCorrections(const Record &record)
{
    if (m_corrections[m_next].line < record.line)
        finish();
    const size_t first = m_next;
    while (m_next < m_corrections.size() && m_corrections[m_next].line == record.line)
        ++m_next;
    if (m_next > first)
        m_correctedLine = record.line;
    return Corrections(m_corrections).subspan(first, m_next - first);
}

void RecordCorrections::correctFields(Record &record, Corrections corrections) const
{
    const bool isBrokenMerge =
        m_reader.content() == ImportContent::Merges && !record.problem.isEmpty();
    for (const Correction &correction : corrections) {
        if (correction.position >= 0)
            continue;
        if (correction.field >= record.fields.size())
            record.fields.resize(correction.field + 1);
        const bool isLine = isBrokenMerge && correction.field == sourcesOfMerge;
        if (!isLine || !takeMergeLine(correction.value, record))
            record.fields[correction.field] = correction.value;
    }
}

void RecordCorrections::requireNames(const Record &record, Corrections corrections) const
{
    for (const Correction &correction : corrections) {
        if (correction.position < 0)
            continue;
        const qsizetype count =
            record.problem.isEmpty() ? namesIn(record.fields[correction.field]).size() : 0;
        if (correction.position >= count) {
            throw usage(u"The cell on line %1 has no name number %2, which was corrected; look at "
                        "the preview again."_s.arg(fileLineWords(m_reader.files(), record.line),
                                                   QString::number(correction.position + 1)));
        }
    }
}

QStringList RecordCorrections::namesIn(const Cell &cell) const
{
    const QString text = cell.value_or(QString());
    const std::vector<QStringView> parts = splitNames(text, m_listSeparator);
    QStringList names;
    for (const QStringView part : parts)
        names << part.toString();
    return names;
}

/** The object with its corrected fields, and in their cell the names that were corrected alone. */
QString RecordCorrections::rawJson(const Record &record, Corrections corrections) const
{
    Row fields = record.fields;
    const auto single =
        std::find_if(corrections.begin(), corrections.end(),
                     [](const Correction &correction) { return correction.position >= 0; });
    if (single == corrections.end())
        return recordJson(m_columns, fields);
    Cell &cell = fields[single->field];
    QStringList names = namesIn(cell);
    for (const Correction &correction : corrections) {
        if (correction.position >= 0)
            names[correction.position] = correction.value.value_or(QString());
    }
    cell = names.join(m_listSeparator);
    return recordJson(m_columns, fields);
}

bool RecordCorrections::isSound(const Record &record) const
{
    const auto isBad = [this](const Cell &cell) {
        return holdsNul(cell) || (m_format == FileFormat::Xlsx && holdsError(cell));
    };
    return record.raw.isEmpty() &&
           static_cast<qsizetype>(record.fields.size()) == m_columns.size() &&
           std::none_of(record.fields.begin(), record.fields.end(), isBad);
}

bool RecordCorrections::isOnLeftOutLine(qint64 line) const
{
    return std::binary_search(m_leftOut.begin(), m_leftOut.end(), line);
}

void RecordCorrections::finish() const
{
    if (m_next == m_corrections.size())
        return;
    throw usage(u"No record of the file begins on line %1, which was corrected; read the file "
                "anew."_s.arg(fileLineWords(m_reader.files(), m_corrections[m_next].line)));
}

} // namespace tagsmith
