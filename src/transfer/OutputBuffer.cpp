// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/OutputBuffer.h"

#include "core/Error.h"

#include <QFileDevice>

#include <cerrno>

namespace tagsmith
{

using namespace Qt::StringLiterals;

void OutputBuffer::endRecord()
{
    constexpr qsizetype large = 256 * 1024;
    if (m_bytes.size() >= large)
        writeOut();
}

void OutputBuffer::flush()
{
    writeOut();
    auto *file = qobject_cast<QFileDevice *>(&m_device);
    errno = 0;
    if (file != nullptr && !file->flush())
        throwNotWritten(errno);
}

void OutputBuffer::writeOut()
{
    errno = 0;
    if (m_device.write(m_bytes) != m_bytes.size())
        throwNotWritten(errno);
    m_bytes.clear();
}

void OutputBuffer::throwNotWritten(int systemError) const
{
    const auto *file = qobject_cast<const QFileDevice *>(&m_device);
    const QString name = file == nullptr || file->fileName().isEmpty()
                             ? u"The output"_s
                             : u"“%1”"_s.arg(file->fileName());
    // A limit of the user's is met like the end of the disk.
    if (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG) {
        throw DatabaseError(ErrorKind::DiskFull,
                            u"%1 cannot be written because the disk is full; free some space or "
                            "choose another place."_s.arg(name));
    }
    throw DatabaseError(ErrorKind::File, u"%1 cannot be written (%2); choose another place."_s.arg(
                                             name, m_device.errorString()));
}

} // namespace tagsmith
