// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTemporaryFile>

#include <vector>

namespace tagsmith
{

/**
 * On which line of the file each tag was met first, for any number of them: eight bytes for each,
 * of which those noted first go to a temporary file, so that memory does not grow with the import.
 * A name is known by 48 bits of its hash or more, which is seeded anew in each run.
 */
class NameLines
{
public:
    /** A line that was noted for @p name before does not count any more. */
    void note(const QString &name, qint64 line);
    /** The line noted for @p name; 0 where there is none. */
    qint64 find(const QString &name) const;

private:
    /** Open addressing; an entry is 32 bits of the hash and the line, and 0 where it is free. */
    struct Table
    {
        std::vector<quint64> entries;
        size_t size = 0;
        qint64 place = -1; ///< in the file, once the entries are not in memory any more
    };

    void addTable();
    void moveToFile(Table &table);
    quint64 slot(const Table &table, size_t index) const;

    std::vector<Table> m_tables;
    size_t m_used = 0; ///< of the last table
    size_t m_inFile = 0;
    mutable QTemporaryFile m_file;
};

} // namespace tagsmith
