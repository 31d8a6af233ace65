// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/JsonReader.h"

#include "core/Error.h"
#include "transfer/JsonElementParser.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t elementsAhead = 1000;
/** Ends the reading ahead of huge elements, so that memory stays bounded. */
constexpr qsizetype charactersAhead = 32 * 1024 * 1024;

} // namespace

JsonReader::JsonReader(std::unique_ptr<JsonElementSource> elements, FileFormat format,
                       const EncodingFinding &encoding)
    : m_elements(std::move(elements))
{
    m_format = format;
    m_encoding = encoding;
    readAhead();
}

void JsonReader::readAhead()
{
    qsizetype characters = 0;
    Ahead ahead;
    while (m_ahead.size() < elementsAhead && characters < charactersAhead && read(ahead)) {
        for (const auto &[key, cell] : ahead.element.members) {
            if (!m_positions.contains(key)) {
                m_positions.insert(key, static_cast<size_t>(m_columns.size()));
                m_columns.append(key);
            }
        }
        characters += ahead.raw.size();
        m_ahead.push_back(std::exchange(ahead, {}));
    }
    if (m_columns.isEmpty()) {
        m_columns.append(u"name"_s);
        m_positions.insert(u"name"_s, 0);
    }
}

bool JsonReader::read(Ahead &ahead)
{
    if (!m_elements->next())
        return false;
    ahead.line = m_elements->lineAt(0);
    ahead.raw = QString::fromUtf8(m_elements->text());
    JsonElementParser parser(m_elements->text());
    if (parser.parseElement(ahead.element))
        return true;
    if (m_format == FileFormat::JsonLines) {
        ahead.element.members.clear();
        ahead.element.problem = u"not valid JSON: "_s + parser.fault();
        return true;
    }
    throw DatabaseError(ErrorKind::File,
                        u"%1 is not valid JSON: line %2: %3; correct the file."_s.arg(
                            m_elements->source().name(),
                            QString::number(m_elements->lineAt(parser.faultAt())), parser.fault()));
}

void JsonReader::place(Ahead &ahead, Record &record) const
{
    record.line = ahead.line;
    record.raw = std::move(ahead.raw);
    record.problem = std::move(ahead.element.problem);
    record.fields.assign(static_cast<size_t>(m_columns.size()), Cell());
    for (auto &[key, cell] : ahead.element.members) {
        const auto position = m_positions.constFind(key);
        if (position != m_positions.constEnd())
            record.fields[*position] = std::move(cell);
        else if (record.problem.isEmpty())
            record.problem = u"the key “%1”, which none of the first records has"_s.arg(key);
    }
}

bool JsonReader::next(Record &record)
{
    Ahead ahead;
    if (m_ahead.empty()) {
        if (!read(ahead))
            return false;
    } else {
        ahead = std::move(m_ahead.front());
        m_ahead.pop_front();
    }
    place(ahead, record);
    return true;
}

} // namespace tagsmith
