// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CheckReader.h"

#include <cstddef>
#include <cstdint>

#include <zlib.h>

using namespace tagsmith;

namespace
{

QByteArray packed(QByteArray bytes)
{
    z_stream stream{};
    constexpr int gzip = 16;
    constexpr int memory = 8;
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + gzip, memory, Z_DEFAULT_STRATEGY);
    QByteArray target(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(target.data());
    stream.avail_out = static_cast<uInt>(target.size());
    deflate(&stream, Z_FINISH);
    target.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return target;
}

ImportSource linesOf(const QByteArray &data)
{
    ImportSource source;
    source.data = data;
    source.format = FileFormat::Lines;
    return source;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/**
 * The input as a packed file, in which much is damaged; and packed by zlib as two members, which
 * has to be read as if it were not packed.
 */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    constexpr qsizetype mostUnpacked = 1100; // times as large at most, by the laws of deflate
    const qsizetype mostUnits = 2 * mostUnpacked * bytes.size() + mostUnpacked;
    constexpr qsizetype smallChunk = 64;
    const ImportSource given = linesOf(bytes);
    const Reading usual = readAll(given, readerChunkSize, mostUnits);
    requireSame(usual, readAll(given, smallChunk, mostUnits));

    // Packed twice, it would be a gzip file inside; of nothing, there is nothing to read.
    if (bytes.isEmpty() || bytes.startsWith('\x1F'))
        return 0;
    const qsizetype half = bytes.size() / 2;
    const ImportSource twoMembers = linesOf(packed(bytes.first(half)) + packed(bytes.sliced(half)));
    for (const qsizetype chunkSize : {qsizetype(1), qsizetype(7), readerChunkSize})
        requireSame(usual, readAll(twoMembers, chunkSize, mostUnits));
    return 0;
}
