// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace tagsmith
{

/** Checks text that arrives in chunks for strict UTF-8 (no surrogates, nothing overlong). */
class Utf8Validator
{
public:
    /** How many bytes of @p chunk come before the first wrong one; its size if all are right. */
    qsizetype feed(QByteArrayView chunk);
    /** Whether the text may end here, not inside a character. */
    bool complete() const { return m_missing == 0; }

    /** Whether a wrong byte has been met. */
    bool failed() const { return m_failed; }
    /** Where the first wrong, or the last unfinished, character begins, counted from 0. */
    qint64 characterOffset() const { return m_characterOffset; }
    /** The byte that stands there. */
    unsigned char characterByte() const { return m_characterByte; }
    /** The characters of two to four bytes so far. */
    qint64 longCharacters() const { return m_longCharacters; }

private:
    bool begin(unsigned char byte);

    int m_missing = 0; ///< bytes that the current character still lacks
    unsigned char m_low = 0x80;
    unsigned char m_high = 0xBF;
    bool m_failed = false;
    qint64 m_offset = 0;
    qint64 m_characterOffset = 0;
    unsigned char m_characterByte = 0;
    qint64 m_longCharacters = 0;
};

} // namespace tagsmith
