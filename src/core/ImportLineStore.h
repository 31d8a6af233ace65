// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportLineFilter.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryFile>

#include <deque>
#include <utility>
#include <vector>

namespace tagsmith
{

/**
 * The lines of an import, any number of them, in a file that is gone with the store; in memory is
 * one byte for each, and a few lines that were read last. One thread appends and then finishes;
 * afterwards one thread at a time reads.
 */
class ImportLineStore
{
public:
    /** @p columns: the names of the columns that the values of a line fill. */
    explicit ImportLineStore(const QStringList &columns);

    /** Throws DatabaseError (DiskFull, File) where the file takes no more. */
    void append(const ImportLine &line);
    /** To be called once, after the last line and before any is read; throws as append(). */
    void finish();

    const QStringList &columns() const { return m_columns; }
    qint64 count() const { return static_cast<qint64>(m_marks.size()); }
    /** The line at @p index, from 0; an empty one where the file cannot be read any more. */
    ImportLine at(qint64 index) const;
    LineVerdict verdict(qint64 index) const;
    /** Whether the database holds its name to be equal to an earlier line's or a stored tag's. */
    bool isEqualToAnother(qint64 index) const;
    /** The indices of the lines that @p filter lets through, in their order. */
    std::vector<quint32> matching(const ImportLineFilter &filter) const;

private:
    using Block = std::pair<qint64, std::vector<ImportLine>>; ///< with its number

    void writeOut();
    const std::vector<ImportLine> &block(qint64 number) const;
    std::vector<ImportLine> readBlock(qint64 number) const;

    QStringList m_columns;
    mutable QTemporaryFile m_file;
    QByteArray m_pending;          ///< appended, but not in the file yet
    std::vector<quint8> m_marks;   ///< for each line its verdict, and whether it equals another
    std::vector<qint64> m_offsets; ///< where each block of lines begins in the file
    qint64 m_bytes = 0;            ///< of all lines
    mutable std::deque<Block> m_blocks; ///< those read last, the newest first
};

} // namespace tagsmith
