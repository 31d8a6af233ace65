// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/AccountBook.h"

#include <QSaveFile>
#include <QString>

#include <memory>

namespace tagsmith
{

/**
 * The file of rejected records: CSV with the columns line, reason and record, the last one the
 * record's text as it stands in the imported file. It appears whole, once the import has read its
 * file to the end, or not at all. Throws DatabaseError (File, DiskFull).
 */
class RejectsFile
{
public:
    /** @p path empty: none is wanted. */
    explicit RejectsFile(const QString &path);
    ~RejectsFile();
    Q_DISABLE_COPY_MOVE(RejectsFile)

    bool isWanted() const { return m_file != nullptr; }
    /** What receives the records; empty where none is wanted. Valid as long as this. */
    AccountBook::RejectSink sink();
    void finish();

private:
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<class RecordWriter> m_writer;
};

} // namespace tagsmith
