// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxText.h"

#include "transfer/XlsxEscapes.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

QString readCellText(XlsxXml &xml)
{
    QString text;
    while (xml.next() && !xml.isEnd("si"_L1) && !xml.isEnd("is"_L1)) {
        if (xml.isStart("t"_L1))
            text += unescapeCellText(xml.text());
        else if (xml.isStart() && !xml.isStart("r"_L1))
            xml.skip();
    }
    return text;
}

} // namespace tagsmith
