// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/CancelToken.h"

#include <QtGlobal>

#include <limits>

namespace tagsmith
{

/** How the encoding of a file is sought. */
struct EncodingSearch
{
    /** After so many bytes of UTF-8 the rest is taken to be UTF-8 as well. */
    qint64 limit = std::numeric_limits<qint64>::max();
    CancelToken token = {}; ///< ends it with a DatabaseError of kind Cancelled
};

/** Enough for the first page of a file, and read in a few milliseconds. */
constexpr qint64 headOfFile = 1024 * 1024;

} // namespace tagsmith
