// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/XlsxWriter.h"

#include "core/Error.h"
#include "transfer/OutputBuffer.h"
#include "transfer/XlsxCellError.h"
#include "transfer/XlsxCheck.h"
#include "transfer/XlsxEscapes.h"
#include "transfer/XlsxNumber.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

#include <xlsxwriter.h>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 maxRows = 1'048'576;
constexpr size_t maxColumns = 16'384;
constexpr qsizetype maxCharacters = 32'767;
/** Below the 4 GiB that a zip archive holds without extensions, with room for the last rows. */
constexpr qint64 maxSheetBytes = 4'000'000'000;

QString grouped(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

[[noreturn]] void throwTemporaryFull(const QString &folder)
{
    throw DatabaseError(ErrorKind::DiskFull,
                        u"The workbook cannot be made because the folder for temporary files, %1, "
                        "is full; free some space or set TMPDIR to another folder."_s.arg(folder));
}

} // namespace

XlsxWriter::XlsxWriter(QIODevice &device, const std::vector<Column> &columns)
    : XlsxWriter(device, columns,
                 {u"Tags"_s, u"export as CSV or JSON instead, or choose less to export"_s})
{
}

XlsxWriter::XlsxWriter(QIODevice &device, const std::vector<Column> &columns,
                       const Purpose &purpose)
    : m_device(device), m_columns(columns), m_purpose(purpose),
      m_folderName(QFile::encodeName(m_folder.path()))
{
    if (!m_folder.isValid()) {
        throw DatabaseError(
            ErrorKind::File,
            u"The workbook cannot be made because no temporary folder can be (%1); "
            "set TMPDIR to a folder that can be written."_s.arg(m_folder.errorString()));
    }
    if (m_columns.size() > maxColumns)
        throwTooLarge(u"A sheet of a workbook holds at most 16,384 columns"_s);
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_FALSE;
    options.tmpdir = m_folderName.data();
    m_workbook = workbook_new_opt(QFile::encodeName(workbookPath()).constData(), &options);
    if (m_workbook != nullptr)
        m_sheet = workbook_add_worksheet(m_workbook, sheetName().constData());
    if (m_sheet == nullptr || m_sheet->optimize_tmpfile == nullptr) {
        giveUp();
        throwTemporaryFull(m_folder.path());
    }
    writeHeader();
}

XlsxWriter::~XlsxWriter()
{
    giveUp();
}

void XlsxWriter::giveUp()
{
    // The library closes the file of the rows only when it saves.
    if (m_sheet != nullptr && m_sheet->optimize_tmpfile != nullptr)
        std::fclose(std::exchange(m_sheet->optimize_tmpfile, nullptr));
    lxw_workbook_free(m_workbook);
    m_sheet = nullptr;
    m_workbook = nullptr;
}

QString XlsxWriter::workbookPath() const
{
    return m_folder.filePath(u"workbook.xlsx"_s);
}

QByteArray XlsxWriter::sheetName() const
{
    const QByteArray name = m_purpose.sheet.toUtf8();
    const bool isAllowed =
        workbook_validate_sheet_name(m_workbook, name.constData()) == LXW_NO_ERROR;
    return isAllowed && !name.isEmpty() ? name : QByteArray("Tags");
}

void XlsxWriter::writeHeader()
{
    lxw_format *bold = workbook_add_format(m_workbook);
    format_set_bold(bold);
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (size_t i = 0; i < m_columns.size(); ++i)
        writeText(static_cast<int>(i), m_columns[i].name, bold);
    ++m_row;
}

void XlsxWriter::write(const Row &row)
{
    writeCells(row, false);
}

void XlsxWriter::writeWithErrors(const Row &row)
{
    writeCells(row, true);
}

void XlsxWriter::writeCells(const Row &row, bool withErrors)
{
    if (m_row >= maxRows)
        throwTooLarge(u"A sheet of a workbook holds at most 1,048,575 rows below its header"_s);
    for (size_t i = 0; i < row.size(); ++i) {
        if (!row[i])
            continue;
        const auto column = static_cast<int>(i);
        const ColumnType type = i < m_columns.size() ? m_columns[i].type : ColumnType::Text;
        if (withErrors && isCellError(*row[i])) {
            writeError(column, *row[i]);
        } else if (const std::optional<double> number = exactNumber(type, *row[i])) {
            requireNoFault(worksheet_write_number(m_sheet, static_cast<lxw_row_t>(m_row),
                                                  static_cast<lxw_col_t>(column), *number,
                                                  nullptr));
        } else {
            writeText(column, *row[i]);
        }
    }
    ++m_row;
    requireTemporarySpace();
}

void XlsxWriter::writeText(int column, const QString &text, lxw_format *format)
{
    if (text.isEmpty()) {
        writeEmptyText(column);
        return;
    }
    const QString escaped = escapeCellText(text);
    if (escaped.size() > maxCharacters) {
        const auto index = static_cast<size_t>(column);
        const QString name = index < m_columns.size() ? m_columns[index].name : QString();
        const QString where = u"Row %1 of the workbook would have a text of %2 characters in the "
                              "column “%3”, but a cell holds at most 32,767"_s;
        throwTooLarge(where.arg(grouped(m_row), grouped(escaped.size()), name));
    }
    requireNoFault(worksheet_write_string(m_sheet, static_cast<lxw_row_t>(m_row),
                                          static_cast<lxw_col_t>(column),
                                          escaped.toUtf8().constData(), format));
}

void XlsxWriter::writeEmptyText(int column)
{
    // The library leaves empty texts out, so this one is given as the XML that stands for it.
    requireNoFault(worksheet_write_string(m_sheet, static_cast<lxw_row_t>(m_row),
                                          static_cast<lxw_col_t>(column), "<t></t>", nullptr));
    m_sheet->array[column]->type = INLINE_RICH_STRING_CELL;
}

void XlsxWriter::writeError(int column, const QString &error)
{
    // The library writes no errors, but formulas that consist of one.
    const QByteArray text = error.toUtf8();
    requireNoFault(worksheet_write_formula_str(
        m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(column),
        ('=' + text).constData(), nullptr, text.constData()));
}

void XlsxWriter::throwTooLarge(const QString &what) const
{
    throw DatabaseError(ErrorKind::File, what + u"; "_s + m_purpose.instead + u'.');
}

void XlsxWriter::requireNoFault(int fault) const
{
    if (fault != LXW_NO_ERROR) {
        throw DatabaseError(ErrorKind::File,
                            u"Row %1 cannot be written to the workbook (%2); %3."_s.arg(
                                grouped(m_row),
                                QString::fromUtf8(lxw_strerror(static_cast<lxw_error>(fault))),
                                m_purpose.instead));
    }
}

void XlsxWriter::requireTemporarySpace() const
{
    // The library does not look whether its temporary files took what it wrote.
    if (std::ferror(m_sheet->optimize_tmpfile) != 0)
        throwTemporaryFull(m_folder.path());
    constexpr qint64 rowsPerLook = 1024;
    if (m_row % rowsPerLook == 0 && temporaryBytes() > maxSheetBytes)
        throwTooLarge(u"A sheet of a workbook holds at most 4 GB"_s);
}

qint64 XlsxWriter::temporaryBytes() const
{
    return ftello(m_sheet->optimize_tmpfile);
}

void XlsxWriter::finish()
{
    requireTemporarySpace();
    const qint64 rowBytes = temporaryBytes();
    if (!m_columns.empty()) {
        worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(m_row - 1),
                             static_cast<lxw_col_t>(m_columns.size() - 1));
    }
    m_sheet = nullptr;
    lxw_workbook *workbook = std::exchange(m_workbook, nullptr);
    errno = 0;
    const lxw_error fault = workbook_close(workbook);
    if (fault != LXW_NO_ERROR && errno == ENOSPC)
        throwTemporaryFull(m_folder.path());
    requireNoFault(fault);
    if (!isWholeWorkbook(workbookPath(), rowBytes))
        throwTemporaryFull(m_folder.path());
    passOn();
}

void XlsxWriter::passOn()
{
    QFile file(workbookPath());
    constexpr qint64 pieceSize = 256 * 1024;
    OutputBuffer output(m_device);
    bool isRead = file.open(QIODevice::ReadOnly);
    while (isRead && !file.atEnd()) {
        const QByteArray piece = file.read(pieceSize);
        isRead = !piece.isEmpty();
        output.append(piece);
        output.endRecord();
    }
    if (!isRead) {
        throw DatabaseError(ErrorKind::File, u"The temporary workbook %1 cannot be read (%2); try "
                                             "again."_s.arg(workbookPath(), file.errorString()));
    }
    output.flush();
}

} // namespace tagsmith
