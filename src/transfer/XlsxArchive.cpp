// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxArchive.h"

#include "core/Error.h"
#include "transfer/RecordReader.h"

#include <QFile>

#include <zip.h>

namespace tagsmith
{

using namespace Qt::StringLiterals;

XlsxArchive::XlsxArchive(const ImportSource &source)
{
    ByteSource bytes(source, readerChunkSize);
    m_name = bytes.name();
    if (bytes.isPacked())
        unpackFirst(bytes);
    else if (const QByteArray *memory = bytes.memory())
        openMemory(*memory);
    else
        openStamped(source.path);
}

XlsxArchive::~XlsxArchive()
{
    if (m_zip != nullptr)
        zip_discard(m_zip);
}

void XlsxArchive::openMemory(const QByteArray &bytes)
{
    m_bytes = bytes;
    zip_error_t fault;
    zip_error_init(&fault);
    zip_source_t *content = zip_source_buffer_create(
        m_bytes.constData(), static_cast<zip_uint64_t>(m_bytes.size()), 0, &fault);
    if (content != nullptr)
        m_zip = zip_open_from_source(content, ZIP_RDONLY, &fault);
    const QString reason = QString::fromUtf8(zip_error_strerror(&fault));
    zip_error_fini(&fault);
    if (m_zip == nullptr) {
        zip_source_free(content);
        throwDamaged(reason);
    }
}

void XlsxArchive::openStamped(const QString &path)
{
    m_stamp = FileStamp(path);
    m_path = path;
    openFile(path);
}

void XlsxArchive::requireUnchanged() const
{
    if (m_stamp.isOutdated(m_path))
        throwChangedFile(m_name);
}

void XlsxArchive::openFile(const QString &path)
{
    int code = 0;
    m_zip = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    if (m_zip != nullptr)
        return;
    zip_error_t fault;
    zip_error_init_with_code(&fault, code);
    const QString reason = QString::fromUtf8(zip_error_strerror(&fault));
    zip_error_fini(&fault);
    throwDamaged(reason);
}

void XlsxArchive::unpackFirst(ByteSource &source)
{
    m_unpacked = std::make_unique<QTemporaryFile>();
    bool isWritten = m_unpacked->open();
    for (QByteArrayView chunk = source.next(); isWritten && !chunk.isEmpty(); chunk = source.next())
        isWritten = m_unpacked->write(chunk.data(), chunk.size()) == chunk.size();
    if (!isWritten || !m_unpacked->flush()) {
        throw DatabaseError(
            ErrorKind::DiskFull,
            u"%1 cannot be unpacked into the folder for temporary files (%2); free some space or "
            "set TMPDIR to another folder."_s.arg(m_name, m_unpacked->errorString()));
    }
    openFile(m_unpacked->fileName());
}

qint64 XlsxArchive::indexOf(const QString &part) const
{
    return zip_name_locate(m_zip, part.toUtf8().constData(), ZIP_FL_NOCASE);
}

bool XlsxArchive::has(const QString &part) const
{
    return indexOf(part) >= 0;
}

std::unique_ptr<XlsxPart> XlsxArchive::open(const QString &part, qint64 allowed) const
{
    const qint64 index = indexOf(part);
    if (index < 0)
        throwDamaged(u"it lacks the part "_s + part);
    zip_stat_t status;
    zip_stat_init(&status);
    zip_file_t *file = zip_fopen_index(m_zip, static_cast<zip_uint64_t>(index), 0);
    if (file == nullptr ||
        zip_stat_index(m_zip, static_cast<zip_uint64_t>(index), 0, &status) != 0) {
        const int code = zip_error_code_zip(zip_get_error(m_zip));
        if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD) {
            throw DatabaseError(ErrorKind::File,
                                m_name + u" is protected by a password; save it without one."_s);
        }
        throwDamaged(QString::fromUtf8(zip_strerror(m_zip)));
    }
    auto opened = std::make_unique<XlsxPart>(file, static_cast<qint64>(status.size), m_name, part);
    opened->allow(allowed);
    return opened;
}

void XlsxArchive::throwDamaged(const QString &reason) const
{
    throw DatabaseError(
        ErrorKind::File,
        u"%1 is a damaged workbook (%2); save it anew in a spreadsheet program."_s.arg(m_name,
                                                                                       reason));
}

} // namespace tagsmith
