// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"
#include "transfer/FileStamp.h"
#include "transfer/GzipStream.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <memory>

namespace tagsmith
{

/**
 * The bytes of a file, or of data in memory, in chunks; what begins as gzip is unpacked on the way.
 * Throws DatabaseError of kind File, also where the file has changed since it was opened: the end
 * is only reached in a file that is the same for every reading of it.
 */
class ByteSource
{
public:
    ByteSource(const ImportSource &source, qsizetype chunkSize);

    /** The next chunk, empty at the end; it lasts until the next call. */
    QByteArrayView next();
    /** The first @p count bytes at most; begins anew from the first byte. */
    QByteArray head(qsizetype count);
    /** Begins anew from the first byte. */
    void rewind();

    /** Throws where the file has changed since it was opened. */
    void requireUnchanged() const;

    /** How many bytes next() has given since the first one. */
    qint64 position() const { return m_position; }
    /** The same as the file has them, so packed ones where it is gzip. */
    qint64 bytesRead() const { return m_bytesRead; }
    qint64 totalBytes() const { return m_totalBytes; }
    /** Whether it is gzip, so that next() gives other bytes than the file has. */
    bool isPacked() const { return m_gzip != nullptr; }
    /** All of its bytes as they were given, if they are in memory; else null. */
    const QByteArray *memory() const { return m_inMemory ? &m_data : nullptr; }
    /** What to call it at the beginning of a sentence: the quoted path, or "The input". */
    const QString &name() const { return m_name; }

private:
    void open(const QString &path);
    void recogniseGzip();
    QByteArrayView nextStored();
    QByteArrayView nextUnpacked();
    [[noreturn]] void throwNotReadable() const;

    QFile m_file;
    FileStamp m_stamp; ///< none where it is in memory
    QByteArray m_data; ///< all of it when in memory, else the current chunk
    bool m_inMemory = false;
    qsizetype m_chunkSize;
    qint64 m_bytesRead = 0;
    qint64 m_totalBytes = 0;
    qint64 m_position = 0;
    std::unique_ptr<GzipStream> m_gzip; ///< null: the bytes are given as they stand
    QString m_name;
};

} // namespace tagsmith
