// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/Vocabulary.h"
#include "transfer/RejectWriter.h"
#include "vocabulary/AccountBook.h"

#include <QSaveFile>
#include <QString>

#include <memory>

namespace tagsmith
{

/**
 * The file of rejected records: of the format of the imported file, see rejectsFormat(), each
 * record with its line there and the reason in front, so that it can be corrected and imported
 * alone. It appears whole, once the import has read its file to the end, or not at
 * all. Throws DatabaseError (File, DiskFull; Usage where its name ends as that of another format).
 */
class RejectsFile
{
public:
    /** For records of @p reader; @p path empty: none is wanted. */
    RejectsFile(const QString &path, const RecordReader &reader, const Vocabulary &vocabulary);
    ~RejectsFile();
    Q_DISABLE_COPY_MOVE(RejectsFile)

    bool isWanted() const { return m_file != nullptr; }
    /** What receives the records; empty where none is wanted. Valid as long as this. */
    AccountBook::RejectSink sink();
    void finish();

private:
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<RejectWriter> m_writer;
};

} // namespace tagsmith
