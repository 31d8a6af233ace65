// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportLine.h"
#include "vocabulary/ImportBatch.h"

#include <deque>
#include <functional>

namespace tagsmith
{

/**
 * Tells what becomes of each name of an import in the order of the file, although a batch is booked
 * in another one: a name that is booked waits until those before it are booked as well.
 */
class LineOrder
{
public:
    using Sink = std::function<void(const ImportLine &)>;

    explicit LineOrder(Sink sink) : m_sink(std::move(sink)) {}

    /** The next name of the file, before anything else is told of it. */
    void begin(const ImportRow &row);
    /** The database holds the name to be equal to @p otherName, of an earlier line unless 0. */
    void noteEqual(const ImportRow &row, qint64 otherLine, const QString &otherName);
    /** What a sheet says is to be done, and what it is to be renamed to, or merged into. */
    void noteAction(const ImportRow &row, const QString &word, const QString &target);
    /** The values of the tag that is there. */
    void noteStored(const ImportRow &row, const Row &values);
    /** To be called once for each name; the sink may throw. */
    void book(const ImportRow &row, LineVerdict verdict, const QString &column = {},
              const QString &reason = {});

    /** How many names wait for others before them. */
    size_t waiting() const { return m_lines.size(); }

private:
    struct Entry
    {
        ImportLine line;
        bool isBooked = false;
    };

    Entry &entryOf(const ImportRow &row);

    Sink m_sink;
    std::deque<Entry> m_lines; ///< from the first name that was not passed on
    qint64 m_firstNumber = 1;  ///< the ImportRow::number of the first of them
};

} // namespace tagsmith
