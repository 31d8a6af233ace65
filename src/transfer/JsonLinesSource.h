// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/JsonElementSource.h"
#include "transfer/LineSplitter.h"

#include <memory>

namespace tagsmith
{

/** The elements of a JSON Lines file: its lines that are not blank. */
class JsonLinesSource final : public JsonElementSource
{
public:
    explicit JsonLinesSource(std::unique_ptr<TextWindow> window);

    bool next() override { return m_lines.next(); }
    QByteArrayView text() const override { return m_lines.text(); }
    qint64 lineAt(qsizetype) const override { return m_lines.line(); }
    const ByteSource &source() const override { return m_lines.source(); }

private:
    LineSplitter m_lines;
};

} // namespace tagsmith
