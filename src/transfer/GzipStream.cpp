// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/GzipStream.h"

#include "core/Error.h"

#include <algorithm>

#define ZLIB_CONST
#include <zlib.h>

namespace tagsmith
{

using namespace Qt::StringLiterals;

GzipStream::GzipStream(const QString &name, qsizetype chunkSize)
    : m_stream(std::make_unique<z_stream>()), m_name(name),
      m_unpacked(std::max<qsizetype>(chunkSize, 1), Qt::Uninitialized)
{
    constexpr int gzipOnly = 16;
    if (inflateInit2(m_stream.get(), MAX_WBITS + gzipOnly) != Z_OK) {
        throw DatabaseError(ErrorKind::Internal,
                            m_name + u" cannot be unpacked, since memory is short."_s);
    }
}

GzipStream::~GzipStream()
{
    inflateEnd(m_stream.get());
}

bool GzipStream::isGzip(QByteArrayView head)
{
    constexpr qsizetype methodAt = 2;
    return head.startsWith(QByteArrayView("\x1F\x8B", 2)) &&
           (head.size() <= methodAt || head[methodAt] == Z_DEFLATED);
}

void GzipStream::restart()
{
    inflateReset(m_stream.get());
    m_stream->avail_in = 0;
    m_place = Place::Between;
    m_fedAll = false;
    m_isFull = false;
    m_hasMember = false;
    m_isPadded = false;
    m_fed = 0;
}

void GzipStream::feed(QByteArrayView packed)
{
    m_stream->next_in = reinterpret_cast<const Bytef *>(packed.data());
    m_stream->avail_in = static_cast<uInt>(packed.size());
    m_fed += packed.size();
    m_fedAll = packed.isEmpty();
}

QByteArrayView GzipStream::take()
{
    while (m_place != Place::End) {
        if (m_place == Place::Between && !beginMember())
            return {};
        const QByteArrayView unpacked = inflateMore();
        if (!unpacked.isEmpty() || (m_place == Place::Inside && m_stream->avail_in == 0))
            return unpacked;
    }
    return {};
}

bool GzipStream::beginMember()
{
    while (m_hasMember && m_stream->avail_in > 0 && *m_stream->next_in == 0) {
        m_isPadded = true;
        ++m_stream->next_in;
        --m_stream->avail_in;
    }
    if (m_stream->avail_in == 0) {
        if (m_fedAll)
            m_place = Place::End;
        return false;
    }
    constexpr Bytef magic = 0x1F;
    if (m_isPadded || *m_stream->next_in != magic)
        throwDamaged(u"something else follows the packed data"_s);
    inflateReset(m_stream.get());
    m_place = Place::Inside;
    return true;
}

QByteArrayView GzipStream::inflateMore()
{
    if (m_stream->avail_in == 0 && m_fedAll && !m_isFull) {
        throw DatabaseError(ErrorKind::File,
                            u"%1 is cut off: its packed data ends after byte %2, in the middle; "
                            "get the whole file."_s.arg(m_name, QString::number(m_fed)));
    }
    m_stream->next_out = reinterpret_cast<Bytef *>(m_unpacked.data());
    m_stream->avail_out = static_cast<uInt>(m_unpacked.size());
    const int status = inflate(m_stream.get(), Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
        m_place = Place::Between;
        m_hasMember = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
        throwDamaged(
            QString::fromLatin1(m_stream->msg == nullptr ? zError(status) : m_stream->msg));
    }
    m_isFull = m_stream->avail_out == 0;
    return QByteArrayView(m_unpacked).chopped(m_stream->avail_out);
}

qint64 GzipStream::offset() const
{
    return m_fed - m_stream->avail_in;
}

void GzipStream::throwDamaged(const QString &reason) const
{
    throw DatabaseError(ErrorKind::File,
                        u"%1 is damaged: its packed data is wrong at byte %2 (%3); get the file "
                        "anew."_s.arg(m_name, QString::number(offset()), reason));
}

} // namespace tagsmith
