// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/JsonRejects.h"

#include "transfer/JsonElementParser.h"

namespace tagsmith
{

namespace
{

/** The members of an element as JSON, without braces: its own, or its text under one key. */
QByteArray membersOf(const QString &raw)
{
    const QByteArray text = raw.trimmed().toUtf8();
    JsonElement element;
    const bool isJson = JsonElementParser(text).parseElement(element);
    if (isJson && text.startsWith('{'))
        return text.sliced(1, text.size() - 2).trimmed();
    if (isJson && text.startsWith('"'))
        return "\"name\":" + text;
    return "\"record\":" + jsonText(raw);
}

} // namespace

JsonRejects::JsonRejects(QIODevice &device, JsonWriter::Shape shape, const RecordReader &reader,
                         const RejectColumns &columns)
    : m_reader(reader), m_output(device), m_shape(shape), m_lineKey(jsonText(columns.line)),
      m_reasonKey(jsonText(columns.reason))
{
    if (m_shape == JsonWriter::Shape::Document)
        m_output.append("{\"tags\":[");
}

void JsonRejects::write(const Record &record, const QString &reason)
{
    if (m_shape == JsonWriter::Shape::Document)
        m_output.append(m_first ? "\n" : ",\n");
    m_first = false;
    const QByteArray line = m_reader.files().empty()
                                ? QByteArray::number(record.line)
                                : jsonText(fileLineText(m_reader.files(), record.line));
    m_output.append('{' + m_lineKey + ':' + line + ',' + m_reasonKey + ':' + jsonText(reason));
    const QByteArray members = membersOf(record.raw);
    if (!members.isEmpty())
        m_output.append(',' + members);
    m_output.append('}');
    if (m_shape == JsonWriter::Shape::Lines)
        m_output.append('\n');
    m_output.endRecord();
}

void JsonRejects::finish()
{
    if (m_shape == JsonWriter::Shape::Document)
        m_output.append(m_first ? "]}\n" : "\n]}\n");
    m_output.flush();
}

} // namespace tagsmith
