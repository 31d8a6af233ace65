// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxSharedStrings.h"

#include "core/Utf8Text.h"
#include "transfer/XlsxText.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

XlsxSharedStrings::XlsxSharedStrings(const XlsxArchive &archive, const QString &part)
{
    constexpr qint64 allowedBytes = 1024LL * 1024 * 1024;
    if (part.isEmpty() || !archive.has(part))
        return;
    m_xml = std::make_unique<XlsxXml>(archive.open(part, allowedBytes));
}

bool XlsxSharedStrings::readNext()
{
    while (m_xml && m_xml->next()) {
        if (!m_xml->isStart("si"_L1))
            continue;
        m_texts.append(readCellText(*m_xml).toUtf8());
        m_ends.push_back(m_texts.size());
        return true;
    }
    if (m_xml) {
        m_texts.squeeze();
        m_ends.shrink_to_fit();
        m_xml.reset();
    }
    return false;
}

void XlsxSharedStrings::drain()
{
    while (readNext()) {
    }
}

std::optional<QString> XlsxSharedStrings::at(qsizetype index)
{
    if (index < 0)
        return std::nullopt;
    while (static_cast<size_t>(index) >= m_ends.size()) {
        if (!readNext())
            return std::nullopt;
    }
    const auto place = static_cast<size_t>(index);
    const qsizetype begin = place == 0 ? 0 : m_ends[place - 1];
    // Not null: an empty text is a value.
    const QString text = utf8Text(QByteArrayView(m_texts).sliced(begin, m_ends[place] - begin));
    return text.isEmpty() ? u""_s : text;
}

} // namespace tagsmith
