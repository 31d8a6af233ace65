// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/LineCounter.h"

#include <cstring>

namespace tagsmith
{

void LineCounter::advance(QByteArrayView text)
{
    if (text.isEmpty())
        return;
    const char *at = text.begin();
    const char *const end = text.end();
    if (!m_afterCr && std::memchr(at, '\r', static_cast<size_t>(end - at)) == nullptr) {
        while (const void *found = std::memchr(at, '\n', static_cast<size_t>(end - at))) {
            ++m_line;
            at = static_cast<const char *>(found) + 1;
        }
        return;
    }
    for (; at != end; ++at) {
        if (*at == '\r' || (*at == '\n' && !m_afterCr))
            ++m_line;
        m_afterCr = *at == '\r';
    }
}

} // namespace tagsmith
