// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/RecordRows.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tagsmith
{

/** A row as it was read and checked. */
struct ReadRow
{
    ImportRow row;
    RowProblem problem;
    bool isLeftOut = false;
};

/** Rows that were read together, and how far the file was read with them. */
struct ReadRows
{
    std::vector<ReadRow> rows;
    qint64 bytesRead = 0;
    qint64 totalBytes = 0;
};

/**
 * Reads and checks rows on a thread of its own, while those before them are sent: a few batches
 * ahead, not more. Whatever the reading uses belongs to that thread until next() has answered false
 * or thrown, or this is destroyed.
 */
class RowsAhead
{
public:
    /** Fills one batch; false where there was nothing left to read. May throw. */
    using Read = std::function<bool(ReadRows &)>;

    /** @p isAhead false: on the thread of the caller, when next() asks for it. */
    explicit RowsAhead(Read read, bool isAhead = true);
    ~RowsAhead() = default; // the thread is asked to stop, and waited for
    Q_DISABLE_COPY_MOVE(RowsAhead)

    /** The next batch, once it is read; false at the end. Throws what the reading has thrown. */
    bool next(ReadRows &rows);

private:
    void readAll(const std::stop_token &stop);
    bool push(ReadRows &&rows, const std::stop_token &stop);

    Read m_read;
    std::mutex m_mutex;
    std::condition_variable_any m_hasChanged;
    std::deque<ReadRows> m_ready;
    bool m_isAtEnd = false;
    std::exception_ptr m_failure;
    std::jthread m_thread; ///< the last member: what it uses is there while it runs
};

} // namespace tagsmith
