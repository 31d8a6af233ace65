// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/LineSplitter.h"

#include <utility>

namespace tagsmith
{

LineSplitter::LineSplitter(std::unique_ptr<TextWindow> window) : m_window(std::move(window)) {}

bool LineSplitter::next()
{
    do {
        m_window->consume(std::exchange(m_consumed, 0));
        qsizetype at = 0;
        while (m_window->has(at)) {
            const char *data = m_window->data();
            const qsizetype size = m_window->size();
            while (at < size && data[at] != '\n' && data[at] != '\r')
                ++at;
            if (at < size)
                break;
        }
        m_length = at;
        // The LF of a CRLF is the end of a blank line that is skipped; the line count knows.
        m_consumed = m_window->has(at) ? at + 1 : at;
        if (m_consumed == 0)
            return false;
    } while (text().trimmed().isEmpty());
    return true;
}

} // namespace tagsmith
