// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tagsmith
{

/** The encoding in which a file is read, and how it was found. */
struct EncodingFinding
{
    enum class Source {
        Chosen, ///< by the user
        Mark,   ///< a byte order mark
        Utf8,   ///< all of the file, as far as it was read, is strict UTF-8
        Zeros,  ///< zero bytes stand as in UTF-16 or UTF-32
        Guess,  ///< ICU's, with a confidence
    };

    QString name; ///< an ICU converter's, such as "UTF-8"; empty: nothing was decoded
    Source source = Source::Utf8;
    int confidence = -1;     ///< of a guess, in percent; -1: none
    qint64 wrongOffset = -1; ///< of the first byte that is not UTF-8, from 0; -1: none is known
    qint64 wrongLine = 0;    ///< the line on which it stands, counted from 1
    int wrongByte = -1;      ///< its value
    bool isWhole = true;     ///< false: only the beginning of the file was read to find it
};

/**
 * How the encoding was found, as one sentence such as "Guessed with a confidence of 34 %: byte 0xE9
 * at offset 123, on line 5, is not UTF-8."; empty where there is nothing to tell. Thread-safe.
 */
QString describeEncoding(const EncodingFinding &finding);

} // namespace tagsmith
