// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/DelimitedReader.h"

#include "core/Error.h"
#include "core/Utf8Text.h"
#include "transfer/FormulaMark.h"
#include "transfer/Separators.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

DelimitedReader::DelimitedReader(std::unique_ptr<TextWindow> window, FileFormat format,
                                 const EncodingFinding &encoding, QChar delimiter)
    : m_window(std::move(window))
{
    m_format = format;
    m_encoding = encoding;
    m_separator = chooseSeparator(delimiter);
    m_delimiter = QLatin1Char(m_separator);
    for (const char stop : {m_separator, '\n', '\r'})
        m_stops[static_cast<unsigned char>(stop)] = true;
    readHeader();
}

char DelimitedReader::chooseSeparator(QChar delimiter)
{
    if (!delimiter.isNull() && !isUsableSeparator(delimiter)) {
        const QString named = delimiter.isPrint() ? u"“%1”"_s.arg(delimiter) : u"A line end"_s;
        throw DatabaseError(ErrorKind::Usage,
                            named + u" cannot separate fields; choose an ASCII character that is "
                                    "no letter, digit, quote or line end."_s);
    }
    constexpr qsizetype enough = 64 * 1024;
    const bool whole = !m_window->has(enough);
    const SeparatorLine line = separatorLine(m_window->view());
    m_window->consume(line.size);
    if (!delimiter.isNull())
        return delimiter.toLatin1();
    if (line.separator != '\0')
        return line.separator;
    return m_format == FileFormat::Tsv ? '\t' : recogniseSeparator(m_window->view(), whole);
}

void DelimitedReader::readHeader()
{
    if (!scanRecord()) {
        throw DatabaseError(ErrorKind::File,
                            m_window->source().name() +
                                u" has no header; its first line must name the columns."_s);
    }
    for (const Field &field : m_fields) {
        const QString name = text(field);
        m_columns.append(field.quoted ? name : name.trimmed());
    }
    takeMarks();
    checkHeader(m_window->line());
    m_window->consume(std::exchange(m_consumed, 0));
}

/** A header with a mark says that the cells have them too. */
void DelimitedReader::takeMarks()
{
    for (QString &name : m_columns) {
        if (!name.startsWith(formulaMark))
            continue;
        m_hasFormulaMarks = true;
        name.remove(0, 1);
    }
}

void DelimitedReader::checkHeader(qint64 line) const
{
    const QString where = u"%1, line %2: "_s.arg(m_window->source().name(), QString::number(line));
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const QString &name = m_columns[i];
        if (name.trimmed().isEmpty()) {
            throw DatabaseError(
                ErrorKind::File,
                where + u"column %1 has no name in the header; give it one."_s.arg(i + 1));
        }
        if (m_columns.indexOf(name) != i) {
            throw DatabaseError(
                ErrorKind::File,
                where +
                    u"the header names the column “%1” twice; rename or remove one of them."_s.arg(
                        name));
        }
        if (name.contains(QChar::Null)) {
            throw DatabaseError(ErrorKind::File,
                                where + u"the header holds a NUL character; remove it."_s);
        }
    }
    if (m_fieldWithRest != 0)
        throw DatabaseError(ErrorKind::File, where + problem() + u"; correct the quotes."_s);
}

bool DelimitedReader::scanRecord()
{
    while (true) {
        m_window->consume(std::exchange(m_consumed, 0));
        m_fields.clear();
        m_fieldWithRest = 0;
        qsizetype at = scanField(0);
        while (m_window->has(at) && m_window->data()[at] == m_separator)
            at = scanField(at + 1);
        m_recordEnd = at;
        // The LF of a CRLF is the end of a blank line that is skipped; the line count knows.
        m_consumed = m_window->has(at) ? at + 1 : at;
        if (m_consumed == 0)
            return false;
        if (m_recordEnd > 0)
            return true;
    }
}

qsizetype DelimitedReader::scanField(qsizetype at)
{
    if (m_window->has(at) && m_window->data()[at] == '"')
        return scanQuoted(at);
    const qsizetype end = scanPlain(at);
    m_fields.push_back({at, end, false, false});
    return end;
}

qsizetype DelimitedReader::scanPlain(qsizetype at)
{
    do {
        const char *data = m_window->data();
        const qsizetype size = m_window->size();
        while (at < size && !m_stops[static_cast<unsigned char>(data[at])])
            ++at;
        if (at < size)
            return at;
    } while (m_window->more());
    return at;
}

qsizetype DelimitedReader::scanQuoted(qsizetype at)
{
    Field field{at + 1, 0, true, false};
    qsizetype end = at + 1;
    while (true) {
        if (!m_window->has(end)) {
            throw DatabaseError(ErrorKind::File,
                                u"%1 opens a quote on line %2 that is never closed; close it or "
                                "double it."_s.arg(m_window->source().name(),
                                                   QString::number(m_window->lineAt(at))));
        }
        const char *data = m_window->data();
        const void *quote =
            std::memchr(data + end, '"', static_cast<size_t>(m_window->size() - end));
        if (quote == nullptr) {
            end = m_window->size();
            continue;
        }
        end = static_cast<const char *>(quote) - data;
        if (!m_window->has(end + 1) || m_window->data()[end + 1] != '"')
            break;
        field.doubled = true;
        end += 2;
    }
    field.end = end;
    m_fields.push_back(field);
    const qsizetype rest = scanPlain(end + 1);
    if (rest > end + 1 && m_fieldWithRest == 0) {
        m_fieldWithRest = m_fields.size();
        m_lineOfRest = m_window->lineAt(at);
    }
    return rest;
}

QString DelimitedReader::text(const Field &field)
{
    const char *begin = m_window->data() + field.begin;
    const qsizetype size = field.end - field.begin;
    if (!field.doubled)
        return utf8Text({begin, size});
    m_scratch = QByteArray(begin, size);
    m_scratch.replace("\"\"", "\"");
    return utf8Text(m_scratch);
}

QString DelimitedReader::problem() const
{
    if (m_fieldWithRest != 0) {
        const QString behind = u"text behind the closing quote of field %1"_s.arg(m_fieldWithRest);
        // A quote that is missing swallows lines until the next one.
        return m_lineOfRest == m_window->lineAt(m_recordEnd)
                   ? behind
                   : behind + u", which opens on line %1"_s.arg(m_lineOfRest);
    }
    if (const auto count = static_cast<qsizetype>(m_fields.size()); count != m_columns.size()) {
        return (count == 1 ? u"%1 field instead of %2"_s : u"%1 fields instead of %2"_s)
            .arg(QString::number(count), QString::number(m_columns.size()));
    }
    if (std::memchr(m_window->data(), 0, static_cast<size_t>(m_recordEnd)) != nullptr)
        return u"a NUL character"_s;
    return {};
}

bool DelimitedReader::next(Record &record)
{
    if (!scanRecord())
        return false;
    record.line = m_window->line();
    record.problem = problem();
    // Of such a field the cells hold no more than what stands between its quotes.
    record.raw = m_fieldWithRest == 0 ? QString() : utf8Text({m_window->data(), m_recordEnd});
    record.fields.resize(m_fields.size());
    for (size_t i = 0; i < m_fields.size(); ++i) {
        const bool isNull = !m_fields[i].quoted && m_fields[i].begin == m_fields[i].end;
        if (isNull)
            record.fields[i].reset();
        else
            record.fields[i] =
                m_hasFormulaMarks ? unmarkFormula(text(m_fields[i])) : text(m_fields[i]);
    }
    return true;
}

} // namespace tagsmith
