// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>

namespace tagsmith
{

/** The bytes of a file, or of data in memory, in chunks; throws DatabaseError of kind File. */
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

    qint64 bytesRead() const { return m_bytesRead; }
    qint64 totalBytes() const { return m_totalBytes; }
    /** What to call it at the beginning of a sentence: the quoted path, or "The input". */
    const QString &name() const { return m_name; }

private:
    void open(const QString &path);
    [[noreturn]] void throwNotReadable() const;

    QFile m_file;
    QByteArray m_data; ///< all of it when in memory, else the current chunk
    bool m_inMemory = false;
    qsizetype m_chunkSize;
    qint64 m_bytesRead = 0;
    qint64 m_totalBytes = 0;
    QString m_name;
};

} // namespace tagsmith
