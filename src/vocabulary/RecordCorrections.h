// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportRequest.h"
#include "transfer/RecordReader.h"

#include <span>
#include <vector>

namespace tagsmith
{

/**
 * What the user changed about single records in the preview: other values for their fields, and
 * records that are left out. A record is known by the line on which it begins.
 *
 * A record that is broken is sound once its fields are: as many as the file has columns, none with
 * a NUL character, none of a workbook with an error such as #N/A. What its fields do not tell stays
 * wrong: text behind a closing quote, and objects of JSON that are not what they should be.
 *
 * A line of merges that cannot be told stands in the name's field, and may be corrected there as a
 * whole. Single names of a cell are left to NameCorrections; here the rejected record is told.
 */
class RecordCorrections
{
public:
    /**
     * Throws DatabaseError (Usage) for a correction of a column that the file has not, or of one
     * name in a cell where nothing divides names.
     */
    RecordCorrections(const ImportRequest &request, const RecordReader &reader);

    /**
     * Corrects @p record, to be called for each in the order of the file. Where it has too few
     * fields, it gets those up to the corrected one as NULL. Throws DatabaseError (Usage) where
     * several records begin on a corrected line, or none does, or a cell has fewer names than were
     * corrected.
     */
    void apply(Record &record)
    {
        if (m_next < m_corrections.size() || record.line == m_correctedLine)
            correct(record);
    }
    /** Whether @p record is to be left out; every record that begins on such a line is. */
    bool isLeftOut(const Record &record) const
    {
        return !m_leftOut.empty() && isOnLeftOutLine(record.line);
    }
    /** To be called behind the last record; throws as apply(). */
    void finish() const;

private:
    struct Correction
    {
        qint64 line = 0;
        size_t field = 0;
        Cell value;
        int position = -1; ///< below 0: all of the field
    };
    using Corrections = std::span<const Correction>;

    void correct(Record &record);
    /** Those of the line on which @p record begins. */
    Corrections takeCorrections(const Record &record);
    void correctFields(Record &record, Corrections corrections) const;
    /** Throws where one of @p corrections is of a name that the record has not. */
    void requireNames(const Record &record, Corrections corrections) const;
    QStringList namesIn(const Cell &cell) const;
    QString rawJson(const Record &record, Corrections corrections) const;
    bool isOnLeftOutLine(qint64 line) const;
    bool isSound(const Record &record) const;

    const RecordReader &m_reader;
    QStringList m_columns;
    FileFormat m_format;
    QString m_listSeparator;
    std::vector<Correction> m_corrections; ///< by line, then by field
    size_t m_next = 0;                     ///< of the corrections, the next one to apply
    qint64 m_correctedLine = -1;           ///< on which the last corrected record began
    std::vector<qint64> m_leftOut;         ///< sorted
};

} // namespace tagsmith
