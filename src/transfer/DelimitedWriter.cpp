// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/DelimitedWriter.h"

#include "transfer/FormulaMark.h"
#include "transfer/Separators.h"

#include <algorithm>

namespace tagsmith
{

namespace
{

bool isNumber(const QString &text)
{
    bool isRight = false;
    text.toDouble(&isRight);
    return isRight;
}

} // namespace

DelimitedWriter::DelimitedWriter(QIODevice &device, char separator,
                                 const std::vector<Column> &columns, WriterOptions options)
    : m_output(device), m_separator(separator), m_isSafe(options.spreadsheetSafe)
{
    m_numeric.reserve(columns.size());
    for (const Column &column : columns) {
        m_numeric.push_back(column.type == ColumnType::Integer || column.type == ColumnType::Real);
        // Such a name would pass for the sign of a file with marks, so that it becomes one.
        m_isSafe = m_isSafe || column.name.startsWith(formulaMark);
    }
    writeHeader(columns);
}

void DelimitedWriter::writeHeader(const std::vector<Column> &columns)
{
    // A reader cannot guess any other separator, so that the file says which it is.
    if (!isGuessedSeparator(m_separator)) {
        m_output.append("sep=");
        m_output.append(m_separator);
        m_output.append('\n');
    }
    for (size_t i = 0; i < columns.size(); ++i) {
        if (i > 0)
            m_output.append(m_separator);
        const QString &name = columns[i].name;
        const bool isMarked =
            m_isSafe && (i == 0 || name.startsWith(formulaMark) || isFormula(name));
        writeText(isMarked ? formulaMark + name : name, true);
    }
    m_output.append('\n');
    m_output.endRecord();
}

void DelimitedWriter::write(const Row &row)
{
    for (size_t i = 0; i < m_numeric.size(); ++i) {
        if (i > 0)
            m_output.append(m_separator);
        if (i < row.size() && row[i])
            writeText(safe(*row[i], m_numeric[i]));
    }
    m_output.append('\n');
    m_output.endRecord();
}

void DelimitedWriter::writeRagged(const Row &row, const QString &text)
{
    for (size_t i = 0; i < row.size(); ++i) {
        if (i > 0)
            m_output.append(m_separator);
        if (row[i])
            writeText(safe(*row[i], false));
    }
    if (!text.isEmpty()) {
        m_output.append(m_separator);
        m_output.append(text.toUtf8());
    }
    m_output.append('\n');
    m_output.endRecord();
}

QString DelimitedWriter::safe(const QString &text, bool numeric) const
{
    return !m_isSafe || (numeric && isNumber(text)) ? text : markFormula(text);
}

void DelimitedWriter::writeText(const QString &text, bool inHeader)
{
    QByteArray bytes = text.toUtf8();
    // What is no separator must not pass for one in the header; outer spaces must stay.
    const bool quoted = bytes.isEmpty() || bytes.front() == ' ' || bytes.back() == ' ' ||
                        std::any_of(bytes.cbegin(), bytes.cend(), [this, inHeader](char byte) {
                            return byte == m_separator || byte == '"' || byte == '\n' ||
                                   byte == '\r' || byte == ';' || byte == '\t' ||
                                   (inHeader && isGuessedSeparator(byte));
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
