// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RowsAhead.h"

#include <system_error>
#include <utility>

namespace tagsmith
{

namespace
{

constexpr size_t mostReady = 4; ///< batches

} // namespace

RowsAhead::RowsAhead(Read read, bool isAhead) : m_read(std::move(read))
{
    if (!isAhead)
        return;
    try {
        m_thread = std::jthread([this](const std::stop_token &stop) { readAll(stop); });
    } catch (const std::system_error &) {
        // The system gives no further thread: this one reads, then.
    }
}

bool RowsAhead::next(ReadRows &rows)
{
    rows = ReadRows();
    if (!m_thread.joinable())
        return m_read(rows);
    std::unique_lock lock(m_mutex);
    m_hasChanged.wait(lock, [this] { return !m_ready.empty() || m_isAtEnd; });
    if (m_ready.empty()) {
        if (m_failure)
            std::rethrow_exception(std::exchange(m_failure, nullptr));
        return false;
    }
    rows = std::move(m_ready.front());
    m_ready.pop_front();
    m_hasChanged.notify_all();
    return true;
}

void RowsAhead::readAll(const std::stop_token &stop)
{
    std::exception_ptr failure;
    bool goesOn = true;
    while (goesOn) {
        ReadRows rows;
        try {
            goesOn = m_read(rows);
        } catch (...) {
            failure = std::current_exception();
            goesOn = false;
        }
        // Those before the failure come before it here as well.
        if (goesOn || (failure && !rows.rows.empty()))
            goesOn = push(std::move(rows), stop) && goesOn;
    }
    const std::scoped_lock lock(m_mutex);
    m_failure = failure;
    m_isAtEnd = true;
    m_hasChanged.notify_all();
}

bool RowsAhead::push(ReadRows &&rows, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_hasChanged.wait(lock, stop, [this] { return m_ready.size() < mostReady; }))
        return false;
    m_ready.push_back(std::move(rows));
    m_hasChanged.notify_all();
    return true;
}

} // namespace tagsmith
