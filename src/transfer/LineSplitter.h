// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/TextWindow.h"

#include <QByteArrayView>

#include <memory>

namespace tagsmith
{

/** Goes through a text line by line; LF, CRLF and a lone CR end a line; blank ones are skipped. */
class LineSplitter
{
public:
    explicit LineSplitter(std::unique_ptr<TextWindow> window);

    /** Goes to the next line that is not blank; false at the end. */
    bool next();
    /** The current line without its end; lasts until next(). */
    QByteArrayView text() const { return m_window->view().first(m_length); }
    /** Its number, counted from 1. */
    qint64 line() const { return m_window->line(); }
    const ByteSource &source() const { return m_window->source(); }

private:
    std::unique_ptr<TextWindow> m_window;
    qsizetype m_length = 0;
    qsizetype m_consumed = 0;
};

} // namespace tagsmith
