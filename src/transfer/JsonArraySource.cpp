// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/JsonArraySource.h"

#include "core/Error.h"
#include "transfer/JsonElementParser.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

JsonArraySource::JsonArraySource(std::unique_ptr<TextWindow> window) : m_window(std::move(window))
{
    findArray();
}

void JsonArraySource::throwSyntax(qsizetype at, const QString &fault) const
{
    throw DatabaseError(
        ErrorKind::File,
        u"%1 is not valid JSON: line %2: %3; correct the file."_s.arg(
            m_window->source().name(), QString::number(m_window->lineAt(at)), fault));
}

char JsonArraySource::peek()
{
    qsizetype at = 0;
    while (m_window->has(at)) {
        const char byte = m_window->data()[at];
        if (byte != ' ' && byte != '\t' && byte != '\n' && byte != '\r') {
            m_window->consume(at);
            return byte;
        }
        if (++at == m_window->size()) {
            m_window->consume(at);
            at = 0;
        }
    }
    return '\0';
}

bool JsonArraySource::take(char expected)
{
    if (peek() != expected || !m_window->has(0))
        return false;
    m_window->consume(1);
    return true;
}

void JsonArraySource::findArray()
{
    if (take('['))
        return;
    if (!take('{'))
        throwSyntax(0, u"an array, or an object with the array “tags”, is missing"_s);
    m_inObject = true;
    bool any = false;
    while (any ? take(',') : peek() != '}') {
        any = true;
        const bool isTags = readKey() == "tags"_L1;
        if (isTags && take('['))
            return;
        if (isTags)
            throwSyntax(0, u"“tags” is not an array"_s);
        skipValue();
    }
    if (!take('}'))
        throwSyntax(0, u"a comma or } is missing"_s);
    throw DatabaseError(ErrorKind::File, m_window->source().name() +
                                             u" has no array “tags”; put the tags into one."_s);
}

void JsonArraySource::finishFile()
{
    m_finished = true;
    if (m_inObject) {
        while (take(',')) {
            readKey();
            skipValue();
        }
        if (!take('}'))
            throwSyntax(0, u"a comma or } is missing"_s);
    }
    peek();
    if (m_window->has(0))
        throwSyntax(0, u"text behind the end of the document"_s);
}

QString JsonArraySource::readKey()
{
    if (peek() != '"')
        throwSyntax(0, u"a key in quotes is missing"_s);
    const qsizetype length = endOfString(0);
    JsonElementParser parser(m_window->view().first(length));
    QString key;
    if (!parser.parseString(key))
        throwSyntax(parser.faultAt(), parser.fault());
    m_window->consume(length);
    if (!take(':'))
        throwSyntax(0, u"a colon is missing"_s);
    return key;
}

void JsonArraySource::skipValue()
{
    findValue();
    JsonElementParser parser(text());
    if (!parser.parseAny())
        throwSyntax(parser.faultAt(), parser.fault());
    m_window->consume(std::exchange(m_length, 0));
}

bool JsonArraySource::next()
{
    if (m_finished)
        return false;
    m_window->consume(std::exchange(m_length, 0));
    const bool first = std::exchange(m_first, false);
    if (first ? peek() == ']' : !take(',')) {
        if (!take(']'))
            throwSyntax(0, u"a comma or ] is missing"_s);
        finishFile();
        return false;
    }
    findValue();
    return true;
}

void JsonArraySource::findValue()
{
    switch (peek()) {
    case '"': m_length = endOfString(0); break;
    case '{':
    case '[': m_length = endOfBrackets(); break;
    default: m_length = endOfWord(); break;
    }
    if (m_length == 0)
        throwSyntax(0, u"a value is missing"_s);
}

qsizetype JsonArraySource::endOfString(qsizetype at)
{
    for (qsizetype end = at + 1; m_window->has(end); ++end) {
        const char *data = m_window->data();
        const qsizetype size = m_window->size();
        while (end < size && data[end] != '"' && data[end] != '\\')
            ++end;
        if (end == size)
            --end; // has() of the next round extends the window
        else if (data[end] == '"')
            return end + 1;
        else
            ++end;
    }
    throwSyntax(at, u"a quote is opened and never closed"_s);
}

qsizetype JsonArraySource::endOfBrackets()
{
    int depth = 0;
    for (qsizetype at = 0; m_window->has(at); ++at) {
        switch (m_window->data()[at]) {
        case '"': at = endOfString(at) - 1; break;
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (--depth == 0)
                return at + 1;
            break;
        default: break;
        }
    }
    throwSyntax(0, u"a bracket is opened and never closed"_s);
}

qsizetype JsonArraySource::endOfWord()
{
    qsizetype at = 0;
    while (m_window->has(at) && !QByteArrayView(",:]}[{\" \t\r\n").contains(m_window->data()[at]))
        ++at;
    return at;
}

} // namespace tagsmith
