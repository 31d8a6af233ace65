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
        s_room = room;
        s_real = sqlite3_vfs_find(nullptr);
        s_vfs = *s_real;
        s_vfs.zName = "full";
        s_vfs.xOpen = open;
        sqlite3_vfs_register(&s_vfs, 1);
    }
    ~FullDisk()
    {
        sqlite3_vfs_register(s_real, 1);
        sqlite3_vfs_unregister(&s_vfs);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    static int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        const int status = s_real->xOpen(s_real, name, file, flags, outFlags);
        if (status != SQLITE_OK || file->pMethods == nullptr)
            return status;
        sqlite3_io_methods &full = s_methods[file->pMethods]; // they stay where they are
        full = *file->pMethods;
        full.xWrite = write;
        s_write = file->pMethods->xWrite;
        file->pMethods = &full;
        return status;
    }
    static int write(sqlite3_file *file, const void *data, int count, sqlite3_int64 offset)
    {
        sqlite3_int64 size = 0;
        file->pMethods->xFileSize(file, &size);
        const qint64 growth = qMax<qint64>(0, offset + count - size);
        if (growth > s_room)
            return SQLITE_FULL;
        s_room -= growth;
        return s_write(file, data, count, offset);
    }

    inline static qint64 s_room = 0;
    inline static sqlite3_vfs *s_real = nullptr;
    inline static sqlite3_vfs s_vfs = {};
    inline static std::map<const sqlite3_io_methods *, sqlite3_io_methods> s_methods;
    inline static int (*s_write)(sqlite3_file *, const void *, int, sqlite3_int64) = nullptr;
};

} // namespace tagsmith::test
