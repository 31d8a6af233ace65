// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/ByteSource.h"

#include <QByteArrayView>

namespace tagsmith
{

/** Finds the elements of a JSON or JSON Lines file, one after the other, as text. */
class JsonElementSource
{
public:
    virtual ~JsonElementSource() = default;

    /** Goes to the next element; false at the end. DatabaseError (File) for broken JSON. */
    virtual bool next() = 0;
    /** The current element's text; lasts until next(). */
    virtual QByteArrayView text() const = 0;
    /** The line of the text @p at bytes after the element's beginning, counted from 1. */
    virtual qint64 lineAt(qsizetype at) const = 0;
    virtual const ByteSource &source() const = 0;
};

} // namespace tagsmith
