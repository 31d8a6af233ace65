// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportLine.h"
#include "core/ImportRequest.h"
#include "transfer/RecordReader.h"
#include "transfer/RecordWriter.h"

#include <QSaveFile>
#include <QStringList>

#include <memory>

namespace tagsmith
{

/**
 * The report of an import: a CSV file that tells of each name what becomes of it, with its values
 * and those of the tag that is there. It appears whole, once the import has read its file to the
 * end, or not at all. Throws DatabaseError (File, DiskFull).
 */
class ReportFile
{
public:
    /** The report that @p request wants, if any; @p columns are those that the file fills. @p
     * reader outlives this. */
    ReportFile(const ImportRequest &request, const RecordReader &reader,
               const QStringList &columns);
    ~ReportFile();
    Q_DISABLE_COPY_MOVE(ReportFile)

    bool isWanted() const { return m_file != nullptr; }
    void write(const ImportLine &line);
    void finish();

private:
    QString lineText(qint64 line) const;

    bool hasTarget() const { return m_reader.content() != ImportContent::Tags; }

    const RecordReader &m_reader; ///< tells the file of a line
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<RecordWriter> m_writer;
    size_t m_columnCount;
};

/**
 * Throws DatabaseError (Usage) where the report would stand in the place of an imported file or of
 * the file of rejected records, or this one in the place of an imported file.
 */
void requireReportApart(const ImportRequest &request);

} // namespace tagsmith
