// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RecordCorrections.h"

#include "core/Error.h"
#include "transfer/RecordText.h"
#include "vocabulary/ImportMapping.h"

#include <QRegularExpression>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

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

bool isJson(FileFormat format)
{
    return format == FileFormat::Json || format == FileFormat::JsonLines;
}

} // namespace

RecordCorrections::RecordCorrections(const ImportRequest &request, const RecordReader &reader)
    : m_reader(reader), m_columns(reader.columns()), m_format(reader.format()),
      m_leftOut(request.leftOut)
{
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
        m_corrections.push_back({correction.line, static_cast<size_t>(field), correction.value});
    }
    // Of two for the same field the later one holds.
    std::stable_sort(
        m_corrections.begin(), m_corrections.end(),
        [](const Correction &left, const Correction &right) { return left.line < right.line; });
    std::sort(m_leftOut.begin(), m_leftOut.end());
}

void RecordCorrections::correct(Record &record)
{
    if (record.line == m_correctedLine) {
        throw usage(u"Several records begin on line %1, so that none of them can be corrected "
                    "alone; give each a line of its own."_s.arg(
                        fileLineWords(m_reader.files(), record.line)));
    }
    if (m_corrections[m_next].line < record.line)
        finish();
    if (m_corrections[m_next].line != record.line)
        return;
    m_correctedLine = record.line;
    for (; m_next < m_corrections.size() && m_corrections[m_next].line == record.line; ++m_next) {
        const Correction &correction = m_corrections[m_next];
        if (correction.field >= record.fields.size())
            record.fields.resize(correction.field + 1);
        record.fields[correction.field] = correction.value;
    }
    if (!record.problem.isEmpty() && isSound(record))
        record.problem.clear();
    if (record.problem.isEmpty() && isJson(m_format))
        record.raw = recordJson(m_columns, record.fields);
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
