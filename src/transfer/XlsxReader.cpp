// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxReader.h"

#include "core/Error.h"

#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

XlsxReader::XlsxReader(std::unique_ptr<XlsxArchive> archive, const QString &sheet)
    : m_archive(std::move(archive))
{
    m_format = FileFormat::Xlsx;
    const XlsxBook book = readBook(*m_archive);
    const XlsxSheet &chosen = chooseSheet(book, sheet, m_archive->name());
    m_cells = std::make_unique<XlsxCells>(*m_archive, book, chosen);
    m_sheet = chosen.name;
    readHeader(m_sheet);
}

void XlsxReader::readHeader(const QString &sheet)
{
    do {
        if (!m_cells->next(m_row)) {
            throw DatabaseError(ErrorKind::File,
                                u"The sheet “%1” of %2 is empty; choose one that holds tags."_s.arg(
                                    sheet, m_archive->name()));
        }
    } while (m_row.isBlank());
    const QString where =
        u"%1, sheet “%2”, row %3: "_s.arg(m_archive->name(), sheet, QString::number(m_row.number));
    for (const XlsxCell &cell : m_row.cells)
        addColumn(cell, where);
    if (m_columns.isEmpty())
        throw DatabaseError(ErrorKind::File, where + u"the first row must name the columns."_s);
}

void XlsxReader::addColumn(const XlsxCell &cell, const QString &where)
{
    const QString name = cell.value.value_or(QString()).trimmed();
    if (name.isEmpty())
        return;
    if (m_columns.contains(name)) {
        throw DatabaseError(
            ErrorKind::File,
            where + u"the header names the column “%1” twice; rename or remove one of them."_s.arg(
                        name));
    }
    if (name.contains(QChar::Null)) {
        throw DatabaseError(ErrorKind::File,
                            where + u"the header holds a NUL character; remove it."_s);
    }
    m_fieldOf.resize(static_cast<size_t>(cell.column) + 1, -1);
    m_fieldOf.back() = static_cast<int>(m_columns.size());
    m_columns.append(name);
}

bool XlsxReader::readRow()
{
    try {
        if (m_cells->next(m_row))
            return true;
    } catch (const DatabaseError &) {
        m_archive->requireUnchanged(); // else that is what is wrong
        throw;
    }
    m_archive->requireUnchanged();
    return false;
}

bool XlsxReader::next(Record &record)
{
    do {
        if (!readRow())
            return false;
    } while (m_row.isBlank());
    record.line = m_row.number;
    record.problem.clear();
    record.raw.clear(); // the fields tell all of it
    record.fields.assign(static_cast<size_t>(m_columns.size()), Cell());
    for (XlsxCell &cell : m_row.cells)
        place(cell, record);
    return true;
}

void XlsxReader::place(XlsxCell &cell, Record &record) const
{
    if (!cell.value)
        return;
    const auto column = static_cast<size_t>(cell.column);
    const int field = column < m_fieldOf.size() ? m_fieldOf[column] : -1;
    if (field < 0 && cell.isBlankFormula)
        return;
    if (record.problem.isEmpty()) {
        const QString name = XlsxCells::cellName(cell.column, m_row.number);
        if (field < 0) {
            record.problem =
                u"The cell %1 holds a value, but its column has no name in the header."_s.arg(name);
        } else if (cell.isError) {
            record.problem = u"The cell %1 holds the error %2."_s.arg(name, *cell.value);
        } else if (cell.value->contains(QChar::Null)) {
            record.problem = u"a NUL character"_s;
        }
    }
    if (field < 0)
        record.fields.push_back(std::move(cell.value));
    else
        record.fields[static_cast<size_t>(field)] = std::move(cell.value);
}

} // namespace tagsmith
