// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/EncodingFinding.h"
#include "transfer/ByteSource.h"
#include "transfer/EncodingSearch.h"

#include <QString>

namespace tagsmith
{

/** The common name of the ICU converter called @p name; DatabaseError of kind Usage if unknown. */
QString canonicalEncoding(const QString &name);

/**
 * The encoding of @p source: by its byte order mark, else UTF-8 if all of it is strict UTF-8 or was
 * meant to be, else UTF-16 or UTF-32 by its zero bytes, else the best guess; with the first byte
 * that is not UTF-8. Reads it once at most, as far as @p search allows, and leaves it at its first
 * byte. Throws DatabaseError of kind File for what is not text; a @p delimiter that is known does
 * not count against it.
 */
EncodingFinding recogniseEncoding(ByteSource &source, QChar delimiter = {},
                                  const EncodingSearch &search = {});

/** Whether a character of @p encoding takes two or four bytes, so that zero bytes are usual. */
bool isWideEncoding(const QString &encoding);

/** Throws DatabaseError of kind File if @p source begins like a binary file. */
void requireText(ByteSource &source, QChar delimiter = {});

} // namespace tagsmith
