// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <map>

#include <sqlite3.h>

namespace tagsmith::test
{

/**
 * As long as it lives, the SQLite files that are opened stand on a disk that has room for a number
 * of bytes only: as on a real one, what is there can be written over when it is full.
 */
class FullDisk
{
public:
    explicit FullDisk(qint64 room)
    {
        roomLeft = room;
        realVfs = sqlite3_vfs_find(nullptr);
        fullVfs = *realVfs;
        fullVfs.zName = "full";
        fullVfs.xOpen = open;
        sqlite3_vfs_register(&fullVfs, 1);
    }
    ~FullDisk()
    {
        sqlite3_vfs_register(realVfs, 1);
        sqlite3_vfs_unregister(&fullVfs);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    static int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        const int status = realVfs->xOpen(realVfs, name, file, flags, outFlags);
        if (status != SQLITE_OK || file->pMethods == nullptr)
            return status;
        sqlite3_io_methods &full = fullMethods[file->pMethods]; // they stay where they are
        full = *file->pMethods;
        full.xWrite = write;
        realWrite = file->pMethods->xWrite;
        file->pMethods = &full;
        return status;
    }
    static int write(sqlite3_file *file, const void *data, int count, sqlite3_int64 offset)
    {
        sqlite3_int64 size = 0;
        file->pMethods->xFileSize(file, &size);
        const qint64 growth = qMax<qint64>(0, offset + count - size);
        if (growth > roomLeft)
            return SQLITE_FULL;
        roomLeft -= growth;
        return realWrite(file, data, count, offset);
    }

    inline static qint64 roomLeft = 0;
    inline static sqlite3_vfs *realVfs = nullptr;
    inline static sqlite3_vfs fullVfs = {};
    inline static std::map<const sqlite3_io_methods *, sqlite3_io_methods> fullMethods;
    inline static int (*realWrite)(sqlite3_file *, const void *, int, sqlite3_int64) = nullptr;
};

} // namespace tagsmith::test
