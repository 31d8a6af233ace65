// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxCells.h"

#include "transfer/XlsxCellError.h"
#include "transfer/XlsxEscapes.h"
#include "transfer/XlsxNumber.h"
#include "transfer/XlsxText.h"

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int maxColumns = 16'384;
/** What a row may unpack to, beyond any that a spreadsheet writes. */
constexpr qint64 allowedRowBytes = 1024LL * 1024 * 1024;

} // namespace

bool XlsxRow::isBlank() const
{
    return std::all_of(cells.begin(), cells.end(),
                       [](const XlsxCell &cell) { return !cell.value || cell.isBlankFormula; });
}

QString XlsxCells::cellName(int column, qint64 row)
{
    constexpr int letters = 26;
    QString name;
    for (int rest = column; rest >= 0; rest = rest / letters - 1)
        name.prepend(QChar(u'A' + rest % letters));
    return name + QString::number(row);
}

XlsxCells::XlsxCells(const XlsxArchive &archive, const XlsxBook &book, const XlsxSheet &sheet)
    : m_texts(archive, book.sharedStrings), m_styles(archive, book.styles), m_is1904(book.is1904),
      m_xml(archive.open(sheet.part, allowedRowBytes))
{
}

bool XlsxCells::next(XlsxRow &row)
{
    while (!m_isEnded) {
        if (!m_xml.next()) {
            m_isEnded = true;
        } else if (m_xml.isEnd("sheetData"_L1)) {
            m_xml.part().drain();
            m_texts.drain();
            m_isEnded = true;
        } else if (m_xml.isStart("row"_L1)) {
            readRow(row);
            return true;
        }
    }
    return false;
}

void XlsxCells::readRow(XlsxRow &row)
{
    m_xml.part().allow(allowedRowBytes);
    const QStringView number = m_xml.attributes().value("r"_L1);
    row.number = number.isEmpty() ? m_lastRow + 1 : number.toLongLong();
    if (row.number <= m_lastRow)
        m_xml.part().throwDamaged(u"its rows are out of order"_s);
    m_lastRow = row.number;
    row.cells.clear();
    while (m_xml.next() && !m_xml.isEnd("row"_L1)) {
        if (m_xml.isStart("c"_L1))
            readCell(row, row.cells.empty() ? 0 : row.cells.back().column + 1);
        else if (m_xml.isStart())
            m_xml.skip();
    }
}

int XlsxCells::columnOf(QStringView reference, int expected) const
{
    constexpr int letters = 26;
    int column = 0;
    for (const QChar letter : reference) {
        if (letter < u'A' || letter > u'Z' || column > maxColumns)
            break;
        column = column * letters + (letter.unicode() - u'A') + 1;
    }
    column = reference.isEmpty() ? expected : column - 1;
    if (column < expected || column >= maxColumns)
        m_xml.part().throwDamaged(u"it has a cell “%1” in the wrong place"_s.arg(reference));
    return column;
}

void XlsxCells::readCell(XlsxRow &row, int column)
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    Stored stored;
    stored.type = attributes.value("t"_L1).toString();
    stored.style = attributes.value("s"_L1).toLongLong();
    XlsxCell cell;
    cell.column = columnOf(attributes.value("r"_L1), column);
    while (m_xml.next() && !m_xml.isEnd("c"_L1)) {
        const bool isInline = m_xml.isStart("is"_L1);
        if (isInline || m_xml.isStart("v"_L1)) {
            stored.value = isInline ? readCellText(m_xml) : m_xml.text();
            stored.hasValue = true;
        } else if (m_xml.isStart("f"_L1)) {
            stored.hasFormula = true;
            stored.formula = m_xml.text();
        } else if (m_xml.isStart()) {
            m_xml.skip();
        }
    }
    if (stored.hasValue)
        place(stored, cell);
    row.cells.push_back(std::move(cell));
}

void XlsxCells::place(const Stored &stored, XlsxCell &cell)
{
    if (stored.type == "s"_L1) {
        bool isNumber = false;
        const qsizetype index = stored.value.toLongLong(&isNumber);
        cell.value = m_texts.at(isNumber ? index : -1);
        if (!cell.value) {
            m_xml.part().throwDamaged(
                u"it refers to the shared text “%1”, which is not there"_s.arg(stored.value));
        }
    } else if (stored.type == "inlineStr"_L1) {
        cell.value = stored.value;
    } else if (stored.type == "str"_L1) {
        cell.value = unescapeCellText(stored.value);
        cell.isBlankFormula = stored.hasFormula && cell.value->isEmpty();
        cell.isError = stored.formula == *cell.value && isCellError(stored.formula);
    } else if (stored.type == "b"_L1) {
        cell.value = stored.value == "1"_L1 || stored.value == "true"_L1 ? u"1"_s : u"0"_s;
    } else if (stored.type == "e"_L1) {
        cell.value = stored.value;
        cell.isError = true;
    } else if (!stored.value.isEmpty()) {
        cell.value = stored.type == "d"_L1 ? stored.value : number(stored);
    }
}

Cell XlsxCells::number(const Stored &stored) const
{
    bool isNumber = false;
    const double value = stored.value.toDouble(&isNumber);
    if (isNumber) {
        if (auto date = isoDate(value, m_styles.kindOf(stored.style), m_is1904))
            return date;
    }
    return plainNumber(stored.value);
}

} // namespace tagsmith
