// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/SeriesReader.h"

#include "core/Error.h"
#include "transfer/ByteSource.h"
#include "transfer/MatchColumns.h"
#include "transfer/RecordText.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

/** A pipe can be read only once, so that it is not tried in advance. */
bool isPipe(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() && !file.isFile() && !file.isDir();
}

void requireReadable(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (isPipe(path))
            continue;
        ImportSource source;
        source.path = path;
        const ByteSource bytes(source, 1); // says what is wrong
    }
}

void requireDifferent(const QStringList &paths)
{
    QStringList places;
    for (const QString &path : paths) {
        const QString place = QFileInfo(path).canonicalFilePath();
        if (!place.isEmpty() && places.contains(place)) {
            throw DatabaseError(ErrorKind::Usage,
                                u"“%1” is named twice; name each file once."_s.arg(path));
        }
        places << place;
    }
}

bool isJson(FileFormat format)
{
    return format == FileFormat::Json || format == FileFormat::JsonLines;
}

qint64 lineEndsIn(const QString &text)
{
    if (!text.contains(u'\n') && !text.contains(u'\r'))
        return 0; // far faster than a look at each character
    qint64 count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        count += text[i] == u'\n' || (text[i] == u'\r' && next != u'\n') ? 1 : 0;
    }
    return count;
}

/** On how many lines more than the first one @p record stands, at most. */
qint64 furtherLines(const Record &record)
{
    if (!record.raw.isEmpty())
        return lineEndsIn(record.raw);
    qint64 count = 0;
    for (const Cell &field : record.fields)
        count += field ? lineEndsIn(*field) : 0;
    return count;
}

} // namespace

SeriesReader::SeriesReader(const ImportSource &source, Opener open)
    : m_source(source), m_paths(QStringList(source.path) + source.furtherPaths),
      m_titles(fileTitles(m_paths)), m_open(std::move(open))
{
    if (source.data) {
        throw DatabaseError(ErrorKind::Usage,
                            u"No file can follow the input; import it, or the files, alone."_s);
    }
    requireReadable(m_paths);
    requireDifferent(m_paths);
    m_source.furtherPaths.clear();
    openFirst();
}

void SeriesReader::openFirst()
{
    m_reader = m_open(m_source);
    m_files.push_back({m_paths.front(), 0, m_titles.front()});
    m_columns = m_reader->columns();
    m_format = m_reader->format();
    m_encoding = m_reader->encoding();
    m_content = m_reader->content();
    m_delimiter = m_reader->delimiter();
    m_sheet = m_reader->sheet();
    m_hasFormulaMarks = m_reader->hasFormulaMarks();
    m_source.content = m_content; // what the first one is, the others are as well
}

void SeriesReader::openNext()
{
    m_bytesBefore += m_reader->totalBytes();
    m_reader.reset();
    const auto index = static_cast<qsizetype>(m_files.size());
    m_source.path = m_paths[index];
    m_reader = m_open(m_source);
    m_files.push_back({m_source.path, m_lastLine, m_titles[index]});
    alignColumns();
    if (!m_reader->encoding().isWhole)
        m_encoding.isWhole = false;
    const bool isSameFormat = m_reader->format() == m_format &&
                              m_reader->delimiter() == m_delimiter &&
                              m_reader->hasFormulaMarks() == m_hasFormulaMarks;
    // Of these the order of the fields is not that of a text.
    const bool hasText = !isJson(m_format) && m_format != FileFormat::Xlsx;
    m_isTranslated = !isSameFormat || (!m_fieldOf.empty() && hasText);
}

qint64 SeriesReader::bytesRead() const
{
    return m_bytesBefore + m_reader->bytesRead();
}

qint64 SeriesReader::totalBytes() const
{
    qint64 total = m_bytesBefore + m_reader->totalBytes();
    for (auto i = static_cast<qsizetype>(m_files.size()); i < m_paths.size(); ++i)
        total += QFileInfo(m_paths[i]).size();
    return total;
}

void SeriesReader::alignColumns()
{
    const QString first = m_titles.front();
    const QString &path = m_source.path;
    const auto refuse = [](const QString &sentence) {
        throw DatabaseError(ErrorKind::File, sentence);
    };
    if ((m_reader->format() == FileFormat::Lines) != (m_format == FileFormat::Lines)) {
        const bool isLines = m_format != FileFormat::Lines;
        refuse((isLines ? u"“%1” holds plain lines, and “%2” columns; import them apart, or choose "
                          "the format of both."_s
                        : u"“%1” holds columns, and “%2” plain lines; import them apart, or choose "
                          "the format of both."_s)
                   .arg(path, first));
    }
    const ColumnMatch match = matchColumns(m_columns, m_reader->columns());
    if (!match.missing.isEmpty()) {
        refuse(u"“%1” has no column “%2”, which “%3” has; give all files the same columns."_s.arg(
            path, match.missing, first));
    }
    if (!match.additional.isEmpty()) {
        refuse(
            u"“%1” has a column “%2”, which “%3” has not; give all files the same columns."_s.arg(
                path, match.additional, first));
    }
    m_fieldOf = m_reader->columns() == m_columns ? std::vector<size_t>() : match.fieldOf;
}

bool SeriesReader::next(Record &record)
{
    while (!m_reader->next(record)) {
        if (m_files.size() == static_cast<size_t>(m_paths.size()))
            return false;
        openNext();
    }
    const qint64 before = m_files.back().linesBefore;
    record.line += before;
    m_lastLine = std::max(m_lastLine, record.line + furtherLines(record));
    if (m_isTranslated)
        translate(record);
    else
        place(record.fields);
    return true;
}

void SeriesReader::place(Row &fields) const
{
    if (m_fieldOf.empty())
        return;
    Row placed(static_cast<size_t>(m_columns.size()));
    for (size_t i = 0; i < fields.size(); ++i) {
        if (i < m_fieldOf.size())
            placed[m_fieldOf[i]] = std::move(fields[i]);
        else
            placed.push_back(std::move(fields[i])); // too many: none of the columns has it
    }
    fields = std::move(placed);
}

void SeriesReader::translate(Record &record) const
{
    // What is wrong with a record may be seen in its text alone.
    QString text;
    if (!record.problem.isEmpty())
        text = record.raw.isEmpty() ? recordCsv(record.fields) : record.raw;
    place(record.fields);
    if (!isJson(m_format))
        record.raw = text.isEmpty() ? QString() : csvCell(text);
    else if (text.isEmpty())
        record.raw = recordJson(m_columns, record.fields);
    else
        record.raw = text.replace(u'\r', u' ').replace(u'\n', u' ');
}

} // namespace tagsmith
