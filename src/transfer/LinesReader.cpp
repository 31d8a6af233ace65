// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/LinesReader.h"

#include "core/Utf8Text.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

LinesReader::LinesReader(std::unique_ptr<TextWindow> window, const EncodingFinding &encoding)
    : m_lines(std::move(window)), m_columns{u"name"_s}
{
    m_format = FileFormat::Lines;
    m_encoding = encoding;
}

bool LinesReader::next(Record &record)
{
    if (!m_lines.next())
        return false;
    record.line = m_lines.line();
    record.raw.clear();
    record.problem = m_lines.text().contains('\0') ? u"a NUL character"_s : QString();
    record.fields.assign(1, utf8Text(m_lines.text()));
    return true;
}

} // namespace tagsmith
