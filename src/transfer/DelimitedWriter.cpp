// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/DelimitedWriter.h"

#include <algorithm>

namespace tagsmith
{

DelimitedWriter::DelimitedWriter(QIODevice &device, char separator,
                                 const std::vector<Column> &columns)
    : m_output(device), m_separator(separator), m_columnCount(columns.size())
{
    Row header;
    header.reserve(columns.size());
    for (const Column &column : columns)
        header.emplace_back(column.name);
    write(header);
}

void DelimitedWriter::write(const Row &row)
{
    for (size_t i = 0; i < m_columnCount; ++i) {
        if (i > 0)
            m_output.append(m_separator);
        if (i < row.size() && row[i])
            writeText(*row[i]);
    }
    m_output.append('\n');
    m_output.endRecord();
}

void DelimitedWriter::writeText(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    // A semicolon in the header must not pass for the separator; outer spaces must stay.
    const bool quoted = bytes.isEmpty() || bytes.front() == ' ' || bytes.back() == ' ' ||
                        std::any_of(bytes.cbegin(), bytes.cend(), [this](char byte) {
                            return byte == m_separator || byte == '"' || byte == '\n' ||
                                   byte == '\r' || byte == ';' || byte == '\t';
                        });
    if (!quoted) {
        m_output.append(bytes);
        return;
    }
    m_output.append('"');
    m_output.append(bytes.replace("\"", "\"\""));
    m_output.append('"');
}

} // namespace tagsmith
