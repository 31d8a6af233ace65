// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/JsonElementParser.h"

#include "core/Utf8Text.h"
#include "transfer/JsonNumber.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int deepest = 500;
constexpr size_t mostMembers = 1000;

} // namespace

bool JsonElementParser::parseElement(JsonElement &element)
{
    element.members.clear();
    skipSpace();
    if (peek() == '{') {
        if (!object(element))
            return false;
    } else {
        Cell cell;
        const bool isString = peek() == '"';
        if (!value(cell, {}))
            return false;
        if (isString)
            element.members.emplace_back(u"name"_s, std::move(cell));
        else
            m_problem = u"a tag must be an object or a text"_s;
    }
    element.problem = m_problem;
    return atEnd();
}

bool JsonElementParser::parseString(QString &text)
{
    skipSpace();
    return string(text) && atEnd();
}

bool JsonElementParser::parseAny()
{
    return skipValue(0) && atEnd();
}

bool JsonElementParser::fail(const QString &fault)
{
    if (m_fault.isEmpty()) {
        m_fault = fault;
        m_faultAt = m_at;
    }
    return false;
}

void JsonElementParser::note(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = problem;
}

void JsonElementParser::skipSpace()
{
    while (m_at < m_text.size()) {
        const char byte = m_text[m_at];
        if (byte != ' ' && byte != '\t' && byte != '\n' && byte != '\r')
            break;
        ++m_at;
    }
}

bool JsonElementParser::take(char expected)
{
    skipSpace();
    if (m_at >= m_text.size() || m_text[m_at] != expected)
        return false;
    ++m_at;
    return true;
}

bool JsonElementParser::atEnd()
{
    skipSpace();
    return m_at == m_text.size() || fail(u"text behind the end of a value"_s);
}

bool JsonElementParser::object(JsonElement &element)
{
    take('{');
    if (take('}'))
        return true;
    do {
        if (!member(element))
            return false;
    } while (take(','));
    return take('}') || fail(u"a comma or } is missing"_s);
}

bool JsonElementParser::member(JsonElement &element)
{
    QString key;
    skipSpace();
    if (peek() != '"')
        return fail(u"a key in quotes is missing"_s);
    if (!string(key))
        return false;
    if (!take(':'))
        return fail(u"a colon is missing"_s);
    skipSpace();
    Cell cell;
    if (!value(cell, key))
        return false;
    const bool twice = std::any_of(element.members.cbegin(), element.members.cend(),
                                   [&key](const auto &other) { return other.first == key; });
    if (twice)
        note(u"the key “%1” stands twice"_s.arg(key));
    else if (key.isEmpty())
        note(u"a key is empty"_s);
    else if (element.members.size() == mostMembers)
        note(u"more than %1 keys"_s.arg(mostMembers));
    else
        element.members.emplace_back(std::move(key), std::move(cell));
    return true;
}

bool JsonElementParser::value(Cell &cell, const QString &key)
{
    switch (peek()) {
    case '"': {
        QString text;
        const bool good = string(text);
        cell = std::move(text);
        return good;
    }
    case '{':
    case '[':
        note(u"“%1” holds an object or an array, not a single value"_s.arg(key));
        return skipValue(0);
    case 't':
    case 'f':
    case 'n': return literal(cell);
    default: return number(cell);
    }
}

bool JsonElementParser::literal(Cell &cell)
{
    const QByteArrayView rest = m_text.sliced(m_at);
    if (rest.startsWith("true")) {
        cell = u"1"_s;
        m_at += 4;
    } else if (rest.startsWith("false")) {
        cell = u"0"_s;
        m_at += 5;
    } else if (rest.startsWith("null")) {
        cell.reset();
        m_at += 4;
    } else {
        return fail(u"a value is missing or not in quotes"_s);
    }
    return true;
}

bool JsonElementParser::number(Cell &cell)
{
    const QByteArrayView rest = m_text.sliced(m_at);
    const qsizetype length = jsonNumberLength(rest);
    if (length == 0)
        return fail(u"a value is missing or not in quotes"_s);
    cell = QString::fromLatin1(rest.first(length));
    m_at += length;
    return true;
}

bool JsonElementParser::string(QString &text)
{
    if (peek() != '"')
        return fail(u"a text in quotes is missing"_s);
    ++m_at;
    bool escaped = false;
    while (true) {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"' && m_text[m_at] != '\\' &&
               static_cast<unsigned char>(m_text[m_at]) >= 0x20)
            ++m_at;
        if (m_at > begin)
            text += utf8Text(m_text.sliced(begin, m_at - begin));
        if (m_at == m_text.size())
            return fail(u"a quote is never closed"_s);
        const char byte = m_text[m_at];
        if (byte == '"')
            break;
        if (byte != '\\')
            return fail(u"a text holds a line end or control character that is not escaped"_s);
        escaped = true;
        if (!escape(text))
            return false;
    }
    ++m_at;
    if (text.isNull())
        text = u""_s;
    if (escaped && text.contains(QChar::Null))
        note(u"a NUL character"_s);
    if (escaped && !text.isValidUtf16())
        note(u"half a character (a surrogate without its other half)"_s);
    return true;
}

bool JsonElementParser::escape(QString &text)
{
    ++m_at;
    switch (peek()) {
    case '"': text += u'"'; break;
    case '\\': text += u'\\'; break;
    case '/': text += u'/'; break;
    case 'b': text += u'\b'; break;
    case 'f': text += u'\f'; break;
    case 'n': text += u'\n'; break;
    case 'r': text += u'\r'; break;
    case 't': text += u'\t'; break;
    case 'u': return unicodeEscape(text);
    default: return fail(u"a backslash is followed by a character that it cannot escape"_s);
    }
    ++m_at;
    return true;
}

bool JsonElementParser::unicodeEscape(QString &text)
{
    char16_t unit = 0;
    for (int i = 1; i <= 4; ++i) {
        const char byte = m_at + i < m_text.size() ? m_text[m_at + i] : '\0';
        int digit = -1;
        if (byte >= '0' && byte <= '9')
            digit = byte - '0';
        else if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f')
            digit = (byte | 0x20) - 'a' + 10;
        if (digit < 0)
            return fail(u"\\u is not followed by four hexadecimal digits"_s);
        unit = static_cast<char16_t>(unit << 4 | digit);
    }
    text += QChar(unit);
    m_at += 5;
    return true;
}

bool JsonElementParser::skipValue(int depth)
{
    if (depth > deepest)
        return fail(u"objects and arrays are nested too deeply"_s);
    skipSpace();
    switch (peek()) {
    case '{': return skipList(depth, '}');
    case '[': return skipList(depth, ']');
    default: {
        Cell ignored;
        return value(ignored, {});
    }
    }
}

bool JsonElementParser::skipList(int depth, char close)
{
    ++m_at;
    if (take(close))
        return true;
    do {
        QString key;
        skipSpace();
        if (close == '}' && (!string(key) || !take(':')))
            return fail(u"a key or a colon is missing"_s);
        if (!skipValue(depth + 1))
            return false;
    } while (take(','));
    return take(close) || fail(u"a comma or a closing bracket is missing"_s);
}

} // namespace tagsmith
