// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "transfer/RecordReader.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace tagsmith
{

/**
 * Reads several files with the same columns, one after the other, as if they were one; only one is
 * open at a time. The columns, the format and the rest are those of the first file; another one may
 * have another format and encoding, and its columns in another order. Lines are counted on, so that
 * no two records of different files begin on the same one.
 */
class SeriesReader final : public RecordReader
{
public:
    /** Opens a source of one file. */
    using Opener = std::function<std::unique_ptr<RecordReader>(const ImportSource &)>;

    /**
     * Opens the first file of @p source and looks whether the others are there. Throws
     * DatabaseError (Usage) where a file is named twice, (File) where one cannot be read; next()
     * also where its columns are others.
     */
    SeriesReader(const ImportSource &source, Opener open);

    const QStringList &columns() const override { return m_columns; }
    bool next(Record &record) override;
    qint64 bytesRead() const override;
    qint64 totalBytes() const override;

private:
    void openFirst();
    void openNext();
    void alignColumns();
    /** Brings fields into the order of the first file's columns. */
    void place(Row &fields) const;
    /** The same, with a text that can stand among the records of the first file. */
    void translate(Record &record) const;

    ImportSource m_source; ///< of the file that is open, beside its further paths
    QStringList m_paths;
    QStringList m_titles;
    Opener m_open;
    std::unique_ptr<RecordReader> m_reader;
    QStringList m_columns;
    std::vector<size_t> m_fieldOf; ///< of each column of the open file; empty: as they stand
    bool m_isTranslated = false;   ///< the text of a record could not stand in the first file
    qint64 m_lastLine = 0;         ///< of all that was read, counted on
    qint64 m_bytesBefore = 0;      ///< of the files read to their end
};

} // namespace tagsmith
