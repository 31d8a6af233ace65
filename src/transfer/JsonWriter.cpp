// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/JsonWriter.h"

#include "transfer/JsonNumber.h"

namespace tagsmith
{

namespace
{

void appendEscaped(QByteArray &target, char byte)
{
    switch (byte) {
    case '"': target += "\\\""; break;
    case '\\': target += "\\\\"; break;
    case '\b': target += "\\b"; break;
    case '\f': target += "\\f"; break;
    case '\n': target += "\\n"; break;
    case '\r': target += "\\r"; break;
    case '\t': target += "\\t"; break;
    default:
        if (static_cast<unsigned char>(byte) < 0x20) {
            target += "\\u00";
            target += QByteArray(1, byte).toHex();
        } else {
            target += byte;
        }
    }
}

} // namespace

QByteArray jsonText(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray quoted;
    quoted.reserve(bytes.size() + 2);
    quoted += '"';
    for (const char byte : bytes)
        appendEscaped(quoted, byte);
    quoted += '"';
    return quoted;
}

namespace
{

QByteArray jsonValue(const Cell &cell, bool numeric)
{
    if (!cell)
        return QByteArrayLiteral("null");
    if (numeric && !cell->isEmpty()) {
        QByteArray text = cell->toUtf8();
        if (jsonNumberLength(text) == text.size())
            return text;
    }
    return jsonText(*cell);
}

} // namespace

JsonWriter::JsonWriter(QIODevice &device, Shape shape, const std::vector<Column> &columns)
    : m_output(device), m_shape(shape)
{
    m_members.reserve(columns.size());
    for (const Column &column : columns) {
        const bool numeric = column.type == ColumnType::Integer || column.type == ColumnType::Real;
        m_members.push_back({jsonText(column.name) + ':', numeric});
    }
    if (m_shape == Shape::Document)
        m_output.append("{\"tags\":[");
}

void JsonWriter::write(const Row &row)
{
    if (m_shape == Shape::Document)
        m_output.append(m_first ? "\n" : ",\n");
    m_first = false;
    m_output.append('{');
    for (size_t i = 0; i < m_members.size(); ++i) {
        if (i > 0)
            m_output.append(',');
        m_output.append(m_members[i].key);
        m_output.append(jsonValue(i < row.size() ? row[i] : Cell(), m_members[i].numeric));
    }
    m_output.append('}');
    if (m_shape == Shape::Lines)
        m_output.append('\n');
    m_output.endRecord();
}

void JsonWriter::finish()
{
    if (m_shape == Shape::Document)
        m_output.append(m_first ? "]}\n" : "\n]}\n");
    m_output.flush();
}

} // namespace tagsmith
