// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RejectsFile.h"

#include "core/Error.h"
#include "vocabulary/RejectMarks.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

DatabaseError cannotWrite(const QSaveFile &file)
{
    return {ErrorKind::File,
            u"The file of rejected records %1 cannot be written (%2); choose another."_s.arg(
                file.fileName(), file.errorString())};
}

} // namespace

RejectsFile::RejectsFile(const QString &path, const RecordReader &reader,
                         const Vocabulary &vocabulary)
{
    if (path.isEmpty())
        return;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        throw cannotWrite(*m_file);
    m_writer = makeRejectWriter(rejectsFormat(reader.format(), path), reader, *m_file,
                                rejectMarks(reader.columns(), vocabulary));
}

RejectsFile::~RejectsFile() = default;

AccountBook::RejectSink RejectsFile::sink()
{
    if (!m_writer)
        return {};
    return [this](const Record &record, const QString &reason) { m_writer->write(record, reason); };
}

void RejectsFile::finish()
{
    if (!m_file)
        return;
    m_writer->finish();
    if (!m_file->commit())
        throw cannotWrite(*m_file);
}

} // namespace tagsmith
