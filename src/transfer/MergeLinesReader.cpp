// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/MergeLinesReader.h"

#include "core/Utf8Text.h"
#include "transfer/MergeLine.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

MergeLinesReader::MergeLinesReader(std::unique_ptr<TextWindow> window,
                                   const EncodingFinding &encoding)
    : m_lines(std::move(window)), m_columns{u"action"_s, u"name"_s, u"target"_s}
{
    m_format = FileFormat::Lines;
    m_encoding = encoding;
    m_content = ImportContent::Merges;
}

bool MergeLinesReader::next(Record &record)
{
    if (!m_lines.next())
        return false;
    const QString line = utf8Text(m_lines.text());
    const MergeLine merge = parseMergeLine(line);
    record.line = m_lines.line();
    record.raw.clear();
    record.problem = line.contains(QChar::Null) ? u"a NUL character"_s : merge.problem;
    record.fields.assign({u"merge"_s, line, std::nullopt});
    if (merge.problem.isEmpty()) {
        record.fields[1] = merge.sources.toString();
        record.fields[2] = merge.target.toString();
    }
    return true;
}

} // namespace tagsmith
