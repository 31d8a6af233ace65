// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "transfer/XlsxBook.h"
#include "transfer/XlsxSharedStrings.h"
#include "transfer/XlsxStyles.h"
#include "transfer/XlsxXml.h"

#include <vector>

namespace tagsmith
{

/** One cell of a sheet. */
struct XlsxCell
{
    int column = 0; ///< counted from 0
    Cell value;     ///< an error as it is shown, such as "#N/A"
    bool isError = false;
    bool isBlankFormula = false; ///< a formula that gives an empty text
};

/** The cells of one row of a sheet, those that it holds. */
struct XlsxRow
{
    qint64 number = 0; ///< counted from 1
    std::vector<XlsxCell> cells;

    /** Whether a user sees nothing in it. */
    bool isBlank() const;
};

/** Reads a sheet row by row; throws DatabaseError of kind File. */
class XlsxCells
{
public:
    XlsxCells(const XlsxArchive &archive, const XlsxBook &book, const XlsxSheet &sheet);

    /** Reads the next row; false behind the last one. */
    bool next(XlsxRow &row);
    const XlsxPart &part() const { return m_xml.part(); }

    /** The name of a cell, such as "B7"; @p column is counted from 0. */
    static QString cellName(int column, qint64 row);

private:
    /** A cell as its XML has it. */
    struct Stored
    {
        QString type;
        qsizetype style = 0;
        QString value;
        bool hasValue = false;
        bool hasFormula = false;
        QString formula;
    };

    void readRow(XlsxRow &row);
    void readCell(XlsxRow &row, int column);
    int columnOf(QStringView reference, int expected) const;
    void place(const Stored &stored, XlsxCell &cell);
    Cell number(const Stored &stored) const;

    XlsxSharedStrings m_texts;
    XlsxStyles m_styles;
    bool m_is1904;
    XlsxXml m_xml;
    qint64 m_lastRow = 0;
    bool m_isEnded = false;
};

} // namespace tagsmith
