// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/TextWindow.h"

#include "core/Error.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype largestRecord = 64 * 1024 * 1024;

} // namespace

TextWindow::TextWindow(std::unique_ptr<ByteSource> source, const QString &encoding)
    : m_source(std::move(source)), m_encoding(encoding), m_decoder(*m_source, encoding)
{
    skipMark();
}

void TextWindow::skipMark()
{
    const QByteArrayView mark("\xEF\xBB\xBF", 3);
    has(mark.size() - 1);
    if (view().startsWith(mark))
        m_begin += mark.size();
}

bool TextWindow::more()
{
    if (m_atEnd)
        return false;
    if (size() > largestRecord) {
        throw DatabaseError(
            ErrorKind::File,
            u"%1 has a record of more than 64 MiB on line %2; check the quotes and brackets there."_s
                .arg(m_source->name(), QString::number(line())));
    }
    if (m_begin > 0) {
        m_buffer.remove(0, m_begin);
        m_begin = 0;
    }
    const qsizetype before = m_buffer.size();
    while (m_buffer.size() == before) {
        if (m_isMalformed)
            throwMalformed();
        const TextDecoder::Status status = m_decoder.read(m_buffer);
        // What stands before it is read first, so that the size of a chunk makes no difference.
        m_isMalformed = status == TextDecoder::Status::Malformed;
        if (status == TextDecoder::Status::End) {
            m_atEnd = true;
            break;
        }
    }
    return m_buffer.size() > before;
}

void TextWindow::throwMalformed() const
{
    m_source->requireUnchanged(); // else that is what is wrong
    const int byte = m_decoder.wrongByte();
    const QString value =
        byte < 0 ? QString()
                 : u" 0x"_s + QString::number(byte, 16).toUpper().rightJustified(2, u'0');
    throw DatabaseError(
        ErrorKind::File,
        u"%1 is not in the encoding %2: the byte%3 at offset %4, on line %5, is wrong; "
        "choose another encoding or correct the file."_s.arg(
            m_source->name(), m_encoding, value, QString::number(m_decoder.wrongOffset()),
            QString::number(lineAt(size()))));
}

void TextWindow::consume(qsizetype count)
{
    m_lines.advance(view().first(count));
    m_begin += count;
}

qint64 TextWindow::lineAt(qsizetype at) const
{
    LineCounter lines = m_lines;
    lines.advance(view().first(at));
    return lines.line();
}

} // namespace tagsmith
