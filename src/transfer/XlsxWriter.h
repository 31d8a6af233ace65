// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/RecordWriter.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace tagsmith
{

/**
 * Writes an Excel workbook with one sheet: a header, bold and frozen, with a filter. Texts are
 * never formulas or numbers; NULL is no cell, an empty text a cell with an empty text. Rows go to
 * temporary files, so that memory does not grow; finish() passes the workbook on. Throws
 * DatabaseError of kind File for what a sheet cannot hold: it never shortens.
 */
class XlsxWriter final : public RecordWriter
{
public:
    /** What a workbook is for, where it is no export. */
    struct Purpose
    {
        QString sheet;   ///< its name
        QString instead; ///< what to do with what a sheet cannot hold, to end a sentence
    };

    XlsxWriter(QIODevice &device, const std::vector<Column> &columns);
    XlsxWriter(QIODevice &device, const std::vector<Column> &columns, const Purpose &purpose);
    ~XlsxWriter() override;
    XlsxWriter(const XlsxWriter &) = delete;
    XlsxWriter &operator=(const XlsxWriter &) = delete;

    /** A row may have fewer fields than there are columns, or more. */
    void write(const Row &row) override;
    /** The same, where texts that are an error of a spreadsheet, such as #N/A, become one. */
    void writeWithErrors(const Row &row);
    void finish() override;

private:
    void giveUp();
    void writeHeader();
    void writeCells(const Row &row, bool withErrors);
    void writeError(int column, const QString &error);
    void writeText(int column, const QString &text, lxw_format *format = nullptr);
    void writeEmptyText(int column);
    [[noreturn]] void throwTooLarge(const QString &what) const;
    void requireNoFault(int fault) const;
    void requireTemporarySpace() const;
    qint64 temporaryBytes() const;
    void passOn();
    QString workbookPath() const;
    QByteArray sheetName() const;

    QIODevice &m_device;
    std::vector<Column> m_columns;
    Purpose m_purpose;
    QTemporaryDir m_folder;
    QByteArray m_folderName;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    qint64 m_row = 0; ///< the next one, counted from 0; the first is the header
};

} // namespace tagsmith
