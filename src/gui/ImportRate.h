// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Progress.h"

#include <deque>
#include <optional>

namespace tagsmith
{

/** How fast an import goes and how long it has still to go, from its progress of late. */
class ImportRate
{
public:
    /** Notes that @p progress was reached @p msecs milliseconds after the start; never backwards.
     */
    void add(qint64 msecs, const Progress &progress);

    /** Records per second over the last seconds; nothing as long as it cannot be told. */
    std::optional<qint64> recordsPerSecond() const;
    /** Milliseconds until the file's end at this rate; nothing as long as it cannot be told. */
    std::optional<qint64> remainingMsecs() const;

    /** Only the samples of this many milliseconds count. */
    static constexpr qint64 windowMsecs = 5'000;
    /** A shorter span says nothing yet. */
    static constexpr qint64 minimumMsecs = 200;

private:
    struct Sample
    {
        qint64 msecs;
        Progress progress;
    };
    qint64 span() const;

    std::deque<Sample> m_samples{{0, {}}};
};

} // namespace tagsmith
