// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/DelimitedRejects.h"

namespace tagsmith
{

namespace
{

char separatorOf(const RecordReader &reader, FileFormat format)
{
    if (!reader.delimiter().isNull())
        return reader.delimiter().toLatin1();
    return format == FileFormat::Tsv ? '\t' : ',';
}

} // namespace

DelimitedRejects::DelimitedRejects(QIODevice &device, FileFormat format, const RecordReader &reader,
                                   const RejectColumns &columns)
    : m_reader(reader), m_writer(device, separatorOf(reader, format), rejectHeader(reader, columns),
                                 {reader.hasFormulaMarks()}),
      m_isSameFormat(!reader.delimiter().isNull() || !reader.files().empty())
{
}

void DelimitedRejects::write(const Record &record, const QString &reason)
{
    Row row{fileLineText(m_reader.files(), record.line), reason};
    // Where quotes are out of order only the text as it stood shows what to correct.
    const QString text = m_isSameFormat ? record.raw : QString();
    if (text.isEmpty())
        row.insert(row.end(), record.fields.begin(), record.fields.end());
    m_writer.writeRagged(row, text);
}

} // namespace tagsmith
