// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/ByteSource.h"

#include "core/Error.h"

#include <QFileInfo>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ByteSource::ByteSource(const ImportSource &source, qsizetype chunkSize) : m_chunkSize(chunkSize)
{
    if (source.data) {
        m_name = u"The input"_s;
        m_data = *source.data;
        m_inMemory = true;
    } else {
        m_name = u"“%1”"_s.arg(source.path);
        open(source.path);
    }
    m_totalBytes = m_inMemory ? m_data.size() : m_file.size();
    if (!m_inMemory)
        m_data.resize(m_chunkSize);
    recogniseGzip();
}

void ByteSource::recogniseGzip()
{
    constexpr qsizetype enough = 3;
    const QByteArray beginning = head(enough);
    if (GzipStream::isGzip(beginning))
        m_gzip = std::make_unique<GzipStream>(m_name, m_chunkSize);
}

void ByteSource::open(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty())
        throw DatabaseError(ErrorKind::File, u"No file is named; choose the file to read."_s);
    if (!info.exists()) {
        throw DatabaseError(ErrorKind::File,
                            m_name + u" does not exist; check its path and name."_s);
    }
    if (info.isDir()) {
        throw DatabaseError(ErrorKind::File, m_name + u" is a folder; choose a file inside it."_s);
    }
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        throwNotReadable();
    // A pipe can be read only once, but recognising the encoding takes a reading of its own.
    if (m_file.isSequential()) {
        m_data = m_file.readAll();
        m_inMemory = true;
        return;
    }
    m_stamp = FileStamp(m_file);
}

void ByteSource::throwNotReadable() const
{
    throw DatabaseError(ErrorKind::File,
                        u"%1 cannot be read (%2); check the file and its permissions."_s.arg(
                            m_name, m_file.errorString()));
}

void ByteSource::requireUnchanged() const
{
    if (m_stamp.isOutdated(m_file))
        throwChangedFile(m_name);
}

QByteArrayView ByteSource::next()
{
    const QByteArrayView chunk = m_gzip ? nextUnpacked() : nextStored();
    m_position += chunk.size();
    return chunk;
}

QByteArrayView ByteSource::nextUnpacked()
{
    QByteArrayView chunk = m_gzip->take();
    while (chunk.isEmpty() && !m_gzip->atEnd()) {
        m_gzip->feed(nextStored());
        chunk = m_gzip->take();
    }
    return chunk;
}

QByteArrayView ByteSource::nextStored()
{
    if (m_inMemory) {
        const qsizetype count = std::min<qsizetype>(m_chunkSize, m_data.size() - m_bytesRead);
        const QByteArrayView chunk = QByteArrayView(m_data).sliced(m_bytesRead, count);
        m_bytesRead += count;
        return chunk;
    }
    const qint64 count = m_file.read(m_data.data(), m_data.size());
    if (count < 0)
        throwNotReadable();
    if (count == 0)
        requireUnchanged();
    m_bytesRead += count;
    return QByteArrayView(m_data).first(count);
}

QByteArray ByteSource::head(qsizetype count)
{
    rewind();
    QByteArray bytes;
    while (bytes.size() < count) {
        const QByteArrayView chunk = next();
        if (chunk.isEmpty())
            break;
        bytes.append(chunk.first(std::min(chunk.size(), count - bytes.size())));
    }
    rewind();
    return bytes;
}

void ByteSource::rewind()
{
    m_bytesRead = 0;
    m_position = 0;
    if (m_gzip)
        m_gzip->restart();
    if (!m_inMemory && !m_file.seek(0))
        throwNotReadable();
}

} // namespace tagsmith
