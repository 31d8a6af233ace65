// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Cell.h"
#include "core/EncodingFinding.h"
#include "core/ImportFiles.h"
#include "core/ImportRequest.h"
#include "transfer/EncodingSearch.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace tagsmith
{

/** One record of a file. */
struct Record
{
    qint64 line = 0; ///< where it begins, counted from 1
    Row fields;      ///< in the order of the reader's columns; a ragged record has fewer or more
    QString problem; ///< why it cannot be imported, such as a NUL character; empty: sound
    QString raw;     ///< its text as it stands in the file, where the fields do not tell all of it
};

/**
 * Reads the records of one file, one after the other, whatever its format and encoding; memory
 * does not grow with the file. Used on one thread. Errors that concern the file as a whole are
 * DatabaseError of kind File; errors of one record are its `problem`.
 */
class RecordReader
{
public:
    virtual ~RecordReader() = default;

    /** The names of the columns, known from the start: header, keys of objects, or "name". */
    virtual const QStringList &columns() const = 0;
    /** Reads the next record; false at the end of the file. */
    virtual bool next(Record &record) = 0;
    /** How many bytes of the file have been read. */
    virtual qint64 bytesRead() const = 0;
    /** The size of the file in bytes. */
    virtual qint64 totalBytes() const = 0;

    /** As chosen or recognised. */
    FileFormat format() const { return m_format; }
    /** As chosen or recognised; without a name where there is nothing to decode, as in a workbook.
     */
    const EncodingFinding &encoding() const { return m_encoding; }
    /** What the records ask for, as chosen or recognised. */
    ImportContent content() const { return m_content; }
    /** For whoever recognises it from the columns. */
    void setContent(ImportContent content) { m_content = content; }
    /** The files that are read, as far as they have been begun; none for a single one. */
    const ImportFiles &files() const { return m_files; }
    /** What separates the fields, as chosen or recognised; null for formats without one. */
    QChar delimiter() const { return m_delimiter; }
    /** The sheet that is read, by its name; empty where the file is no workbook. */
    const QString &sheet() const { return m_sheet; }
    /** Whether the file has marks before formulas, which are taken away; see FormulaMark.h. */
    bool hasFormulaMarks() const { return m_hasFormulaMarks; }

protected:
    FileFormat m_format = FileFormat::Csv;
    EncodingFinding m_encoding;
    ImportContent m_content = ImportContent::Tags;
    ImportFiles m_files;
    QChar m_delimiter;
    QString m_sheet;
    bool m_hasFormulaMarks = false;
};

/** How many bytes are read at a time; only tests use another number. */
constexpr qsizetype readerChunkSize = 1024 * 1024;

/**
 * Opens @p source, recognises what it leaves open, and reads as far as the first record.
 * Throws DatabaseError of kind File for a file that is missing, not readable, empty, binary, or
 * not in the chosen encoding (then with the line and the offset of the first wrong byte), and of
 * kind Usage for a delimiter that cannot be one. A delimiter alone makes the format CSV.
 */
std::unique_ptr<RecordReader> openRecordReader(const ImportSource &source,
                                               qsizetype chunkSize = readerChunkSize);
/** The same where the encoding of the file, or of each of them, is sought otherwise. */
std::unique_ptr<RecordReader> openRecordReader(const ImportSource &source,
                                               const EncodingSearch &search,
                                               qsizetype chunkSize = readerChunkSize);
/** The same for a file that has been opened before: its encoding is not sought again. */
std::unique_ptr<RecordReader> openRecordReader(const ImportSource &source,
                                               const EncodingFinding &encoding,
                                               qsizetype chunkSize = readerChunkSize);

} // namespace tagsmith
