// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QString>

#include <cstdint>

struct stat;

namespace tagsmith
{

/** What a file was when it was opened, to notice that another program writes to it meanwhile. */
class FileStamp
{
public:
    /** None: nothing is ever noticed. */
    FileStamp() = default;
    /** Of @p file, which is open; a pipe or a device has none. */
    explicit FileStamp(const QFile &file);
    /** Of the file at @p path; none where there is none. */
    explicit FileStamp(const QString &path);

    /** Whether the open @p file has been written to, or another file stands at its path by now. */
    bool isOutdated(const QFile &file) const;
    /** Whether the file at @p path is another one, or has been written to. */
    bool isOutdated(const QString &path) const;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;

private:
    static FileStamp of(const struct stat &status);

    bool m_isFile = false;
    std::uint64_t m_device = 0;
    std::uint64_t m_number = 0; ///< the inode
    std::int64_t m_size = 0;
    std::int64_t m_seconds = 0; ///< of the last change
    std::int64_t m_nanoseconds = 0;
};

/** Throws DatabaseError of kind File: @p name, which begins the sentence, has changed. */
[[noreturn]] void throwChangedFile(const QString &name);

} // namespace tagsmith
