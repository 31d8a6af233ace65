// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace tagsmith
{

/** Counts lines in text that arrives piece by piece; LF, CRLF and a lone CR each end one. */
class LineCounter
{
public:
    /** Goes past @p text. */
    void advance(QByteArrayView text);
    /** The line that the next character belongs to, counted from 1. */
    qint64 line() const { return m_line; }

private:
    qint64 m_line = 1;
    bool m_afterCr = false;
};

} // namespace tagsmith
