// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxRejects.h"

#include "transfer/RecordText.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

XlsxRejects::XlsxRejects(QIODevice &device, const RecordReader &reader,
                         const RejectColumns &columns)
    : m_reader(reader),
      m_writer(device, rejectHeader(reader, columns),
               {reader.sheet(), u"give the file of rejected records a name that ends in .csv"_s})
{
}

void XlsxRejects::write(const Record &record, const QString &reason)
{
    Row row{fileLineText(m_reader.files(), record.line), reason};
    if (record.raw.isEmpty()) {
        row.insert(row.end(), record.fields.begin(), record.fields.end());
    } else {
        // Only the text shows what to correct; behind the named columns it is taken for no value.
        row.resize(row.size() + static_cast<size_t>(m_reader.columns().size()));
        row.emplace_back(textOfCsvCell(record.raw));
    }
    if (record.problem.isEmpty())
        m_writer.write(row);
    else
        m_writer.writeWithErrors(row);
}

} // namespace tagsmith
