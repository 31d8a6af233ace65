// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxXml.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

XlsxXml::XlsxXml(std::unique_ptr<XlsxPart> part) : m_part(std::move(part)), m_xml(m_part.get()) {}

bool XlsxXml::advance()
{
    switch (m_xml.readNext()) {
    case QXmlStreamReader::Invalid:
        m_part->requireSound();
        m_part->throwDamaged(
            u"line %1: %2"_s.arg(QString::number(m_xml.lineNumber()), m_xml.errorString()));
    case QXmlStreamReader::DTD: m_part->throwDamaged(u"it declares a document type"_s);
    case QXmlStreamReader::EndDocument: m_part->drain(); return false;
    default: return true;
    }
}

bool XlsxXml::next()
{
    do {
        if (!advance())
            return false;
    } while (!m_xml.isStartElement() && !m_xml.isEndElement());
    return true;
}

QString XlsxXml::text()
{
    QString text;
    while (advance() && !m_xml.isEndElement()) {
        if (m_xml.isStartElement())
            skip();
        else if (m_xml.isCharacters())
            text += m_xml.text();
    }
    return text;
}

void XlsxXml::skip()
{
    for (int depth = 1; depth > 0 && next();)
        depth += m_xml.isStartElement() ? 1 : -1;
}

} // namespace tagsmith
