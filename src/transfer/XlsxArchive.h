// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/ByteSource.h"
#include "transfer/FileStamp.h"
#include "transfer/XlsxPart.h"

#include <QTemporaryFile>

#include <memory>

struct zip;

namespace tagsmith
{

/**
 * The zip archive that a workbook is. Throws DatabaseError of kind File where it is damaged or
 * protected by a password. Used on one thread.
 */
class XlsxArchive
{
public:
    explicit XlsxArchive(const ImportSource &source);
    ~XlsxArchive();
    XlsxArchive(const XlsxArchive &) = delete;
    XlsxArchive &operator=(const XlsxArchive &) = delete;

    bool has(const QString &part) const;
    /** Opens @p part, which must be there; see XlsxPart::allow() for @p allowed. */
    std::unique_ptr<XlsxPart> open(const QString &part, qint64 allowed) const;
    /** Throws where the file has changed since it was opened. */
    void requireUnchanged() const;
    /** What to call it at the beginning of a sentence: the quoted path, or "The input". */
    const QString &name() const { return m_name; }

private:
    void openMemory(const QByteArray &bytes);
    void openStamped(const QString &path);
    void openFile(const QString &path);
    void unpackFirst(ByteSource &source);
    qint64 indexOf(const QString &part) const;
    [[noreturn]] void throwDamaged(const QString &reason) const;

    zip *m_zip = nullptr;
    QString m_name;
    QString m_path;                             ///< where it is read from a file as it is
    FileStamp m_stamp;                          ///< of that file
    QByteArray m_bytes;                         ///< where it is read from memory
    std::unique_ptr<QTemporaryFile> m_unpacked; ///< where it was packed by gzip
};

} // namespace tagsmith
