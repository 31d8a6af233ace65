// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/Utf8Scan.h"

#include "transfer/LineCounter.h"
#include "transfer/Utf8Validator.h"

#include <algorithm>
#include <utility>

namespace tagsmith
{

namespace
{

/** How much of the text on each side of the wrong byte is kept. */
constexpr qsizetype sideSize = 64 * 1024;
/** A wrong character may have begun in the chunk before. */
constexpr qsizetype keptSize = sideSize + 4;
/** That many good long characters before the first bad one mean damaged UTF-8, not another code. */
constexpr qint64 damagedUtf8Characters = 4;

/** Lets @p kept end with @p chunk and begin no earlier than it may be needed. */
void keep(QByteArray &kept, QByteArrayView chunk)
{
    if (chunk.size() >= keptSize) {
        kept = chunk.last(keptSize).toByteArray();
        return;
    }
    kept.append(chunk);
    if (kept.size() > 2 * keptSize) // not with every chunk, since they may be small
        kept.remove(0, kept.size() - keptSize);
}

/** @p bytes end where @p source stands. */
QByteArray sampleAround(ByteSource &source, QByteArray bytes, qint64 offset)
{
    while (source.position() < offset + sideSize) {
        const QByteArrayView chunk = source.next();
        if (chunk.isEmpty())
            break;
        bytes.append(chunk);
    }
    const qint64 start = source.position() - bytes.size();
    bytes.truncate(offset + sideSize - start);
    const qint64 first = std::max<qint64>(offset - sideSize, 0);
    if (first == 0)
        return bytes;
    bytes.remove(0, first - start);
    const qsizetype lineEnd = bytes.indexOf('\n');
    return lineEnd < offset - first ? bytes.sliced(lineEnd + 1) : bytes;
}

} // namespace

Utf8Scan scanUtf8(ByteSource &source, const EncodingSearch &search)
{
    Utf8Scan scan;
    Utf8Validator validator;
    LineCounter lines;
    QByteArray kept;
    source.rewind();
    for (QByteArrayView chunk = source.next(); !chunk.isEmpty(); chunk = source.next()) {
        search.token.throwIfCancelled();
        scan.isWhole = source.position() - chunk.size() < search.limit;
        if (!scan.isWhole)
            break;
        const qsizetype good = validator.feed(chunk);
        lines.advance(chunk.first(good));
        if (validator.failed()) {
            kept.append(chunk);
            break;
        }
        keep(kept, chunk);
    }
    // The limit may lie inside a character.
    scan.isUtf8 = !validator.failed() && (validator.complete() || !scan.isWhole);
    if (!scan.isUtf8) {
        scan.isDamaged = validator.longCharacters() >= damagedUtf8Characters;
        scan.wrongOffset = validator.characterOffset();
        scan.wrongLine = lines.line();
        scan.wrongByte = validator.characterByte();
        scan.sample = sampleAround(source, std::move(kept), scan.wrongOffset);
    }
    source.rewind();
    return scan;
}

} // namespace tagsmith
