// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/RejectsFile.h"

#include "core/Error.h"
#include "transfer/RecordWriter.h"

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

std::vector<Column> rejectColumns()
{
    std::vector<Column> columns(3);
    columns[0].name = u"line"_s;
    columns[1].name = u"reason"_s;
    columns[2].name = u"record"_s;
    return columns;
}

DatabaseError cannotWrite(const QSaveFile &file)
{
    return {ErrorKind::File,
            u"The file of rejected records %1 cannot be written (%2); choose another."_s.arg(
                file.fileName(), file.errorString())};
}

} // namespace

RejectsFile::RejectsFile(const QString &path)
{
    if (path.isEmpty())
        return;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        throw cannotWrite(*m_file);
    m_writer = makeRecordWriter(FileFormat::Csv, *m_file, rejectColumns(), 2);
}

RejectsFile::~RejectsFile() = default;

AccountBook::RejectSink RejectsFile::sink()
{
    if (!m_writer)
        return {};
    return [this](qint64 line, const QString &raw, const QString &reason) {
        m_writer->write({QString::number(line), reason, raw});
    };
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
