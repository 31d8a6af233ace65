// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/DelimitedRejects.h"

namespace tagsmith
{

namespace
{

char separatorOf(const RecordReader &reader)
{
    return reader.delimiter().isNull() ? ',' : reader.delimiter().toLatin1();
}

std::vector<Column> headerOf(const RecordReader &reader, const RejectColumns &columns)
{
    std::vector<Column> header;
    const QStringList names = QStringList{columns.line, columns.reason} + reader.columns();
    for (const QString &name : names) {
        header.emplace_back();
        header.back().name = name;
    }
    return header;
}

} // namespace

DelimitedRejects::DelimitedRejects(QIODevice &device, const RecordReader &reader,
                                   const RejectColumns &columns)
    : m_reader(reader),
      m_writer(device, separatorOf(reader), headerOf(reader, columns), {reader.hasFormulaMarks()}),
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
