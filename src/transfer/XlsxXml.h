// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/XlsxPart.h"

#include <QXmlStreamReader>

#include <memory>

namespace tagsmith
{

/**
 * The XML of one part of a workbook, token by token. Throws DatabaseError of kind File where it is
 * no sound XML, and for a document type: no workbook needs one, and its entities can be a trap.
 */
class XlsxXml
{
public:
    explicit XlsxXml(std::unique_ptr<XlsxPart> part);

    /** Goes to the next beginning or end of an element; false behind the last one. */
    bool next();
    bool isStart() const { return m_xml.isStartElement(); }
    bool isStart(QLatin1StringView name) const { return isStart() && m_xml.name() == name; }
    bool isEnd(QLatin1StringView name) const
    {
        return m_xml.isEndElement() && m_xml.name() == name;
    }
    QXmlStreamAttributes attributes() const { return m_xml.attributes(); }
    QStringView name() const { return m_xml.name(); }

    /** Inside an element: its text, up to its end; what it has for elements is left out. */
    QString text();
    /** Inside an element: goes to its end. */
    void skip();

    XlsxPart &part() { return *m_part; }
    const XlsxPart &part() const { return *m_part; }

private:
    bool advance();

    std::unique_ptr<XlsxPart> m_part;
    QXmlStreamReader m_xml;
};

} // namespace tagsmith
