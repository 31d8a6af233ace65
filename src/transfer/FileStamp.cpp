// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/FileStamp.h"

#include "core/Error.h"

#include <sys/stat.h>

namespace tagsmith
{

using namespace Qt::StringLiterals;

FileStamp FileStamp::of(const struct stat &status)
{
    FileStamp stamp;
    stamp.m_isFile = S_ISREG(status.st_mode);
    if (!stamp.m_isFile)
        return stamp;
    stamp.m_device = status.st_dev;
    stamp.m_number = status.st_ino;
    stamp.m_size = status.st_size;
    stamp.m_seconds = status.st_mtim.tv_sec;
    stamp.m_nanoseconds = status.st_mtim.tv_nsec;
    return stamp;
}

FileStamp::FileStamp(const QFile &file)
{
    struct stat status
    {
    };
    if (::fstat(file.handle(), &status) == 0)
        *this = of(status);
}

FileStamp::FileStamp(const QString &path)
{
    struct stat status
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &status) == 0)
        *this = of(status);
}

bool FileStamp::isOutdated(const QFile &file) const
{
    return m_isFile && (FileStamp(file) != *this || isOutdated(file.fileName()));
}

bool FileStamp::isOutdated(const QString &path) const
{
    const FileStamp now(path);
    // What has only been removed can still be read to its end.
    return m_isFile && now != FileStamp() && now != *this;
}

void throwChangedFile(const QString &name)
{
    throw DatabaseError(ErrorKind::File,
                        name + u" has changed while it was read; import it again."_s);
}

} // namespace tagsmith
