// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportRate.h"

namespace tagsmith
{

void ImportRate::add(qint64 msecs, const Progress &progress)
{
    m_samples.push_back({msecs, progress});
    // One sample from before the window stays, so that the span does not fall short of it.
    while (m_samples.size() > 2 && msecs - m_samples[1].msecs >= windowMsecs)
        m_samples.pop_front();
}

qint64 ImportRate::span() const
{
    return m_samples.back().msecs - m_samples.front().msecs;
}

std::optional<qint64> ImportRate::recordsPerSecond() const
{
    if (span() < minimumMsecs)
        return std::nullopt;
    const qint64 records = m_samples.back().progress.records - m_samples.front().progress.records;
    return records * 1'000 / span();
}

std::optional<qint64> ImportRate::remainingMsecs() const
{
    const Progress &latest = m_samples.back().progress;
    const qint64 bytes = latest.bytes - m_samples.front().progress.bytes;
    if (span() < minimumMsecs || bytes <= 0 || latest.totalBytes <= 0)
        return std::nullopt;
    const qint64 left = std::max<qint64>(0, latest.totalBytes - latest.bytes);
    return static_cast<qint64>(static_cast<double>(left) * static_cast<double>(span()) /
                               static_cast<double>(bytes));
}

} // namespace tagsmith
