// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/ByteSource.h"
#include "transfer/EncodingSearch.h"

#include <QByteArray>

namespace tagsmith
{

/** Whether bytes are strict UTF-8, and where they stop being so. */
struct Utf8Scan
{
    bool isUtf8 = false;     ///< all of it, as far as it was read
    bool isWhole = true;     ///< false: there is more, beyond the limit of the search
    bool isDamaged = false;  ///< it is not, but so much of it is that it was meant to be
    qint64 wrongOffset = -1; ///< of the first byte that is not UTF-8, from 0; -1: there is none
    qint64 wrongLine = 0;    ///< the line on which it stands, counted from 1
    int wrongByte = -1;      ///< its value
    QByteArray sample;       ///< up to 128 KiB around it, if possible from the beginning of a line
};

/**
 * Reads @p source once, at most to the first wrong byte, or to the first chunk that begins beyond
 * the limit of @p search, and leaves it at its first byte.
 */
Utf8Scan scanUtf8(ByteSource &source, const EncodingSearch &search = {});

} // namespace tagsmith
