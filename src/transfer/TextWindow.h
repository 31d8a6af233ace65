// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/ByteSource.h"
#include "transfer/LineCounter.h"
#include "transfer/TextDecoder.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace tagsmith
{

/**
 * The part of a text that a reader works on, as UTF-8 without byte order mark: it begins at the
 * reader's position and is extended on demand. Throws DatabaseError of kind File for text that is
 * not in its encoding, and for a single record beyond 64 MiB.
 */
class TextWindow
{
public:
    TextWindow(std::unique_ptr<ByteSource> source, const QString &encoding);

    /** The text at the position; it moves when the window is extended or consumed. */
    const char *data() const { return m_buffer.constData() + m_begin; }
    qsizetype size() const { return m_buffer.size() - m_begin; }
    QByteArrayView view() const { return {data(), size()}; }

    /** Extends the window; false at the end of the text. */
    bool more();
    /** Whether there is a byte at @p at from the position; extends the window if need be. */
    bool has(qsizetype at)
    {
        while (at >= size()) {
            if (!more())
                return false;
        }
        return true;
    }
    /** Moves the position forward. */
    void consume(qsizetype count);

    /** The line of the text that stands @p at bytes after the position, counted from 1. */
    qint64 lineAt(qsizetype at) const;
    qint64 line() const { return m_lines.line(); }
    const ByteSource &source() const { return *m_source; }

private:
    [[noreturn]] void throwMalformed() const;
    void skipMark();

    std::unique_ptr<ByteSource> m_source;
    QString m_encoding;
    TextDecoder m_decoder;
    QByteArray m_buffer;
    qsizetype m_begin = 0;
    LineCounter m_lines;
    bool m_atEnd = false;
    bool m_isMalformed = false; ///< behind what the buffer holds
};

} // namespace tagsmith
