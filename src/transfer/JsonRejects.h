// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/JsonWriter.h"
#include "transfer/RejectWriter.h"

namespace tagsmith
{

/** Rejected elements of JSON or JSON Lines, their own text behind the two keys in front. */
class JsonRejects final : public RejectWriter
{
public:
    JsonRejects(QIODevice &device, JsonWriter::Shape shape, const RecordReader &reader,
                const RejectColumns &columns);

    void write(const Record &record, const QString &reason) override;
    void finish() override;

private:
    const RecordReader &m_reader;
    OutputBuffer m_output;
    JsonWriter::Shape m_shape;
    QByteArray m_lineKey; ///< quoted
    QByteArray m_reasonKey;
    bool m_first = true;
};

} // namespace tagsmith
