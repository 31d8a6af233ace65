// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <mutex>

namespace tagsmith
{

/** How far a long operation has come. */
struct Progress
{
    qint64 records = 0;    ///< records dealt with so far
    qint64 bytes = 0;      ///< bytes of the file read so far
    qint64 totalBytes = 0; ///< size of the file; 0 where it is not known
    int attempt = 1;       ///< above 1: the operation runs again, from its beginning
    QString trouble = {};  ///< why it runs again, or waits to: one sentence
};

/** Called by worker code as it goes on; cheap enough to be called for every batch. */
using ProgressCallback = std::function<void(const Progress &)>;

/** The latest progress, handed from a worker to the GUI thread. Thread-safe. */
class ProgressChannel
{
public:
    void set(const Progress &progress)
    {
        const std::scoped_lock lock(m_mutex);
        m_latest = progress;
    }
    Progress latest() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_latest;
    }

private:
    mutable std::mutex m_mutex;
    Progress m_latest;
};

} // namespace tagsmith
