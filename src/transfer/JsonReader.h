// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/JsonElement.h"
#include "transfer/JsonElementSource.h"
#include "transfer/RecordReader.h"

#include <QHash>

#include <deque>

namespace tagsmith
{

/**
 * Reads JSON and JSON Lines. The columns are the keys of the first 1,000 elements, in the order of
 * their first appearance; a key that appears later is a problem of its record.
 */
class JsonReader final : public RecordReader
{
public:
    JsonReader(std::unique_ptr<JsonElementSource> elements, FileFormat format,
               const EncodingFinding &encoding);

    const QStringList &columns() const override { return m_columns; }
    bool next(Record &record) override;
    qint64 bytesRead() const override { return m_elements->source().bytesRead(); }
    qint64 totalBytes() const override { return m_elements->source().totalBytes(); }

private:
    /** An element read ahead. */
    struct Ahead
    {
        qint64 line = 0;
        QString raw;
        JsonElement element;
    };

    void readAhead();
    bool read(Ahead &ahead);
    void place(Ahead &ahead, Record &record) const;

    std::unique_ptr<JsonElementSource> m_elements;
    QStringList m_columns;
    QHash<QString, size_t> m_positions; ///< of the columns
    std::deque<Ahead> m_ahead;
};

} // namespace tagsmith
