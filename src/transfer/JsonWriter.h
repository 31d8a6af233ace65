// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/OutputBuffer.h"
#include "transfer/RecordWriter.h"

namespace tagsmith
{

/** @p text as a JSON string, with its quotes, in UTF-8. */
QByteArray jsonText(const QString &text);

/** Writes JSON, an object with the array "tags", or JSON Lines; one object a line in both. */
class JsonWriter final : public RecordWriter
{
public:
    enum class Shape { Document, Lines };

    JsonWriter(QIODevice &device, Shape shape, const std::vector<Column> &columns);

    void write(const Row &row) override;
    void finish() override;

private:
    struct Member
    {
        QByteArray key; ///< quoted, with its colon
        bool numeric = false;
    };

    OutputBuffer m_output;
    Shape m_shape;
    std::vector<Member> m_members;
    bool m_first = true;
};

} // namespace tagsmith
